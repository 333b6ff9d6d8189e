import type { Entry, Facts } from '../model/facts.ts'
import type { Internet } from '../platform/globals.ts'
import type { Machine } from '../platform/machine.ts'

/** Answers in a row that a receiver of webhooks may fail: fewer than make Straks give it up. */
const MOST_FAILURES = 6

/** The conditions and webhooks of senders. They are as unreliable as the history says. */
export function simulatedInternet(machine: Machine, facts: Facts): Internet {
  const { random } = machine
  const failures = new Map<string, number>()

  function condition(path: string): Response {
    if (random.chance(machine.faults.conditionErrs)) return new Response(random.chance(0.5) ? '{' : '', { status: 500 })
    return Response.json({ sendNotification: path.endsWith('/yes') })
  }

  function webhook(organization: string, body: string): Response {
    const { data }: { readonly data: Entry } = JSON.parse(body)
    const failed = failures.get(body) ?? 0
    if (failed < MOST_FAILURES && random.chance(machine.faults.conditionErrs)) {
      failures.set(body, failed + 1)
      if (random.chance(0.5)) return new Response(null, { status: 503 })
    }
    facts.receivedBy(organization).set(data.sequenceNumber, data)
    return new Response(null, { status: failed < (failures.get(body) ?? 0) ? 500 : 204 })
  }

  return async (url, { body = '' }) => {
    const { pathname } = new URL(url)
    return pathname.startsWith('/webhook/') ? webhook(pathname.slice(9), body) : condition(pathname)
  }
}
