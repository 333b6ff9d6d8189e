const INSTANT = '/notifications/api/v1/future/orders/instant'

type Mail = { readonly subject: string; readonly body: string; readonly contentType?: string; readonly to?: string }

/** Sends messages to a service as any client would: with a token, over the API. */
export class Sender {
  readonly #url: string
  readonly #token: string

  private constructor(url: string, token: string) {
    this.#url = url
    this.#token = token
  }

  /** A sender with a token of the local issuer. */
  static async to(url: string): Promise<Sender> {
    const response = await fetch(`${url}/dev/token`, { method: 'POST' })
    const { access_token: token } = await response.json()
    return new Sender(url, String(token))
  }

  sms(body: string, phoneNumber = '+4799999999', sender = 'Altinn'): Promise<void> {
    return this.order('/sms', {
      recipientSms: { phoneNumber, timeToLiveInSeconds: 120, smsSettings: { sender, body } },
    })
  }

  mail({ subject, body, contentType = 'Plain', to = 'ola.nordmann@example.com' }: Mail): Promise<void> {
    return this.order('/email', {
      recipientEmail: { emailAddress: to, emailSettings: { subject, body, contentType } },
    })
  }

  /** Posts an order; a refusal is an error of the test. */
  async order(path: string, order: Readonly<Record<string, unknown>>): Promise<void> {
    const response = await fetch(`${this.#url}${INSTANT}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ idempotencyId: crypto.randomUUID(), ...order }),
    })
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
  }

  /** Empties the inbox. */
  async empty(): Promise<void> {
    await fetch(`${this.#url}/dev/inbox/messages`, { method: 'DELETE' })
  }
}
