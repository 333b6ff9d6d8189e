import type { Answer, Input, MakeCall } from '../http/call.ts'
import { type Keyless, withKey } from './key.ts'

type OrderRequest = Input<'createOrder'>['body']
type EmailOrder = Input<'createEmailOrder'>['body']
type SmsOrder = Input<'createSmsOrder'>['body']
type ListedOrder = Input<'createListedOrder'>['body']

/** Orders: messages that wait until they fall due, with reminders or to several recipients. */
export type Orders = {
  /** Places an order. Retries reuse one `idempotencyId`, so it is placed once. */
  readonly create: (request: Keyless<OrderRequest>) => Promise<Answer<'createOrder'>>
  /** One e-mail to several recipients. These orders have no key, so they are posted once. */
  readonly createEmail: (request: EmailOrder) => Promise<Answer<'createEmailOrder'>>
  /** One SMS to several recipients. */
  readonly createSms: (request: SmsOrder) => Promise<Answer<'createSmsOrder'>>
  /** One message to several recipients, in the channel that it names. */
  readonly createListed: (request: ListedOrder) => Promise<Answer<'createListedOrder'>>
  /** The newest 100 orders that have a reference. */
  readonly find: (sendersReference: string) => Promise<Answer<'findOrders'>>
  readonly get: (id: string) => Promise<Answer<'getOrder'>>
  readonly status: (id: string) => Promise<Answer<'getOrderStatus'>>
  readonly emails: (id: string) => Promise<Answer<'listEmails'>>
  readonly sms: (id: string) => Promise<Answer<'listSms'>>
  /** Cancels an order that has not fallen due. 409 once it is too late. */
  readonly cancel: (id: string) => Promise<Answer<'cancelOrder'>>
}

export const ordersApi = (call: MakeCall): Orders => ({
  create: (request) => call('createOrder', { body: withKey(request) }),
  createEmail: (request) => call('createEmailOrder', { body: request }),
  createSms: (request) => call('createSmsOrder', { body: request }),
  createListed: (request) => call('createListedOrder', { body: request }),
  find: (sendersReference) => call('findOrders', { query: { sendersReference } }),
  get: (id) => call('getOrder', { params: { id } }),
  status: (id) => call('getOrderStatus', { params: { id } }),
  emails: (id) => call('listEmails', { params: { id } }),
  sms: (id) => call('listSms', { params: { id } }),
  cancel: (id) => call('cancelOrder', { params: { id } }),
})
