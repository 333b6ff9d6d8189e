import type { BrowserContextOptions, Page } from 'playwright-core'
import { eventually } from '../support/api/eventually.ts'
import { smsRequest } from '../support/api/requests.ts'
import { Service } from '../support/api/service.ts'
import type { InboxInBrowser } from './inbox-in-browser.ts'

/** A number that a simulated provider is never available for: its messages wait. */
export const WAITING_NUMBER = '+4799990011'

/** The operator's page of a service that runs for a suite, and a sender for it to look at. */
export class DeskInBrowser {
  readonly #inbox: InboxInBrowser

  constructor(inbox: InboxInBrowser) {
    this.#inbox = inbox
  }

  get address(): string {
    return `${this.#inbox.url}/operator`
  }

  get service(): Service {
    return Service.at(this.#inbox)
  }

  /** The page, opened at a view and signed in by the button of development. */
  async open(hash = '#/now', options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.#inbox.newPage(options)
    await page.goto(this.address + hash)
    await page.locator('.sign-in button[type=button]').click()
    await page.locator('nav.views').waitFor()
    return page
  }

  /** Sends an SMS, and gives its shipment. */
  async send(phoneNumber: string, sendersReference = 'case-17', body = 'Your code is 428516.'): Promise<string> {
    const client = await this.service.client()
    const settings = { sender: 'Altinn', body }
    const request = { sendersReference }
    return client.sendSms(smsRequest({ recipient: { phoneNumber, timeToLiveInSeconds: 600 }, settings, request }))
  }

  /** The same, once it has ended. */
  async sendAndEnd(phoneNumber: string, sendersReference?: string, body?: string): Promise<string> {
    const id = await this.send(phoneNumber, sendersReference, body)
    const client = await this.service.client()
    await client.settles(id)
    return id
  }

  /** Waits until a shipment's timeline has an event. */
  async happened(shipmentId: string, event: string): Promise<void> {
    const operator = await this.service.client({ org: 'desk', scope: 'straks:operator' })
    await eventually(
      () => operator.ask('GET', `/straks/v1/operator/shipments/${shipmentId}`),
      ({ json }) => JSON.stringify(json.timeline).includes(`"${event}"`),
    )
  }
}
