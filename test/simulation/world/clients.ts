import { TokenVerifier } from '../../../worker/auth/token-verifier.ts'
import type { Entry, Shown } from '../model/facts.ts'
import type { Deployment } from '../platform/deployment.ts'
import type { Document } from './documents.ts'

const API = 'https://straks.test/notifications/api/v1'
const CORRESPONDENCE = 'https://straks.test/correspondence/api/v1/correspondence'
const WEBHOOKS = 'https://straks.test/straks/v1/webhooks'

const SCOPES = new Set([
  'altinn:serviceowner/notifications.create',
  'altinn:correspondence.write',
  'altinn:correspondence.read',
])

/** Believes every token: it names the organisation. How tokens are verified is tested elsewhere. */
export class KnownCallers extends TokenVerifier {
  constructor() {
    super([], new Map())
  }

  override async verify(token: string): ReturnType<TokenVerifier['verify']> {
    const [organization = ''] = token.split('.')
    const named = { subject: organization, organizationNumber: undefined, person: undefined }
    return { ok: true, value: { ...named, organization, scopes: SCOPES } }
  }
}

export type Answer = { readonly status: number; readonly json: Record<string, unknown> }

/** An organisation's system: it asks, and does not always hear. */
export class Client {
  readonly organization: string
  readonly #deployment: Deployment

  constructor(organization: string, deployment: Deployment) {
    this.organization = organization
    this.#deployment = deployment
  }

  sms = (document: Document) => this.ask('POST', `${API}/future/orders/instant/sms`, document)
  email = (document: Document) => this.ask('POST', `${API}/future/orders/instant/email`, document)
  order = (document: Document) => this.ask('POST', `${API}/future/orders`, document)
  cancel = (orderId: string) => this.ask('PUT', `${API}/orders/${orderId}/cancel`)
  initialise = (document: Document) => this.ask('POST', CORRESPONDENCE, document)
  purge = (id: string) => this.ask('DELETE', `${CORRESPONDENCE}/${id}/purge`)
  read = (id: string) => this.ask('GET', `${CORRESPONDENCE}/${id}/content`)
  makeWebhook = () => this.ask('POST', WEBHOOKS, { url: `https://receiver.example.com/webhook/${this.organization}` })

  async shipment(shipmentId: string): Promise<(Shown & Document) | undefined> {
    const answer = await this.ask('GET', `${API}/future/shipment/${shipmentId}`)
    return answer?.status === 200 ? (answer.json as Shown & Document) : undefined
  }

  /** All entries of the feed, page by page; `undefined` where one did not come. */
  async feed(): Promise<readonly Entry[] | undefined> {
    const all: Entry[] = []
    for (;;) {
      const answer = await this.ask('GET', `${API}/future/shipment/feed?seq=${all.at(-1)?.sequenceNumber ?? 0}`)
      if (answer?.status !== 200) return undefined
      const page: readonly Entry[] = Object.values(answer.json) as Entry[]
      if (page.length === 0) return all
      for (const entry of page) all.push(entry)
    }
  }

  /** Asks once; `undefined` where no answer came, or one that says to ask again. */
  async ask(method: string, url: string, body?: Document): Promise<Answer | undefined> {
    const headers = { authorization: `Bearer ${this.organization}.a.b`, 'content-type': 'application/json' }
    try {
      const response = await this.#deployment.request(
        new Request(url, { method, headers, body: body === undefined ? null : JSON.stringify(body) }),
      )
      const text = await response.text()
      if (response.status >= 500) return undefined
      return { status: response.status, json: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {} }
    } catch {
      return undefined
    }
  }
}
