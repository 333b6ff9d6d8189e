/** What came back. */
export type Answered = { readonly status: number; readonly text: string; readonly json: unknown }

async function token(): Promise<string> {
  const response = await fetch('/dev/token', { method: 'POST' })
  const answer: unknown = await response.json()
  return typeof answer === 'object' && answer !== null && 'access_token' in answer ? String(answer.access_token) : ''
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Sends a request to this very service, with a token for development. */
export async function send(
  method: string,
  path: string,
  contentType: string | undefined,
  body: string | undefined,
): Promise<Answered> {
  const response = await fetch(path, {
    method,
    headers: {
      authorization: `Bearer ${await token()}`,
      ...(contentType !== undefined && body !== undefined && { 'content-type': contentType }),
    },
    ...(body !== undefined && { body }),
  })
  const text = await response.text()
  return { status: response.status, text, json: parsed(text) }
}

/** The members that a message in the inbox is shown by. */
type Arrived = { readonly channel: string; readonly to: string; readonly body: string; readonly text?: string }

/** How often and how many times the inbox is asked whether a message has come. */
const ASK_EVERY_MS = 250
const ASK_TIMES = 40

/** Waits until the inbox has a message of a shipment; `undefined` where none has come in ten seconds. */
export async function waitForArrival(shipmentId: string): Promise<Arrived | undefined> {
  for (let asked = 0; asked < ASK_TIMES; asked++) {
    const response = await fetch('/dev/inbox/messages?limit=50')
    const messages: readonly (Arrived & { readonly shipmentId: string })[] = await response.json()
    const found = messages.find((message) => message.shipmentId === shipmentId)
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
  }
  return undefined
}
