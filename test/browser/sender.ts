import type { Client } from '../support/api/client.ts'
import { emailRequest, smsRequest } from '../support/api/requests.ts'
import { Service } from '../support/api/service.ts'

type Mail = { readonly subject: string; readonly body: string; readonly contentType?: string; readonly to?: string }

/** Sends the messages that a page shall show. */
export class Sender {
  readonly #service: Service
  readonly #client: Client

  private constructor(service: Service, client: Client) {
    this.#service = service
    this.#client = client
  }

  /** A sender with a token of the local issuer. */
  static async to(url: string): Promise<Sender> {
    const service = Service.at({ url })
    return new Sender(service, await service.client())
  }

  sms = (body: string, phoneNumber = '+4799999999', sender = 'Altinn'): Promise<string> =>
    this.#client.sendSms(smsRequest({ recipient: { phoneNumber }, settings: { sender, body } }))

  mail = ({ subject, body, contentType = 'Plain', to = 'ola.nordmann@example.com' }: Mail): Promise<string> =>
    this.#client.sendEmail(emailRequest({ recipient: { emailAddress: to }, settings: { subject, body, contentType } }))

  /** Sends a request as a page has written it. */
  asWritten = (request: unknown): Promise<string> => this.#client.sendSms(request)

  empty = (): Promise<void> => this.#service.emptyInbox()
}
