import { listIn, type Members, read } from './answer.ts'
import { Client, type Send } from './client.ts'
import { Correspondences } from './correspondences.ts'

export type TokenRequest = { org?: string; orgNumber?: string; pid?: string; scope?: string; expiresIn?: number }

/** A running service, as a test sees it from outside. */
export class Service {
  readonly #send: Send

  constructor(send: Send) {
    this.#send = send
  }

  /** A service that answers at a URL. */
  static at({ url }: { readonly url: string }): Service {
    return new Service((path, init) => fetch(url + path, init))
  }

  /** A token of the local issuer. */
  async token(request: TokenRequest = {}): Promise<string> {
    const answer = await read(await this.#send('/dev/token', { method: 'POST', body: JSON.stringify(request) }))
    return String(answer.json.access_token)
  }

  /** A client with a token of its own. */
  async client(request?: TokenRequest): Promise<Client> {
    return this.clientWith(await this.token(request))
  }

  clientWith(token: string): Client {
    return new Client(this.#send, token)
  }

  /** The correspondences of a sender, who may also read. */
  async correspondences(org = 'ttd'): Promise<Correspondences> {
    return new Correspondences(this, await this.client({ org }))
  }

  /** What has arrived in the inbox, newest first; for one shipment, where one is given. */
  async arrived(shipmentId?: string): Promise<readonly Members[]> {
    const messages = listIn(await (await this.#send('/dev/inbox/messages')).json())
    return shipmentId === undefined ? messages : messages.filter((message) => message.shipmentId === shipmentId)
  }

  async emptyInbox(): Promise<void> {
    await this.#send('/dev/inbox/messages', { method: 'DELETE' })
  }

  /** Tells the embedded register of a party: `persons/…` or `organizations/…`. */
  async putParty(path: string, party: unknown): Promise<void> {
    const response = await this.#send(`/dev/register/${path}`, { method: 'PUT', body: JSON.stringify(party) })
    if (!response.ok) throw new Error(`The register answers ${response.status}`)
  }
}
