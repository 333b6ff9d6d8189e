import { type Correspondences, correspondencesApi } from './api/correspondences.ts'
import { type Instant, instantApi } from './api/instant.ts'
import { type Orders, ordersApi } from './api/orders.ts'
import { type Shipments, shipmentsApi } from './api/shipments.ts'
import { createCall, type MakeCall } from './http/call.ts'
import { type ClientOptions, settingsOf } from './options.ts'

/** A client of the notification API: of Straks, and of Altinn's own. */
export type Client = {
  readonly instant: Instant
  readonly orders: Orders
  readonly shipments: Shipments
  readonly correspondences: Correspondences
  /** Sends any operation of the API, by its id in the API's description. */
  readonly call: MakeCall
}

/**
 * Makes a client.
 *
 * @example
 * const straks = createClient({ baseUrl: 'http://127.0.0.1:8787', token })
 * const { notification } = await straks.instant.sms({
 *   recipientSms: { phoneNumber: '+4799999999', timeToLiveInSeconds: 120, smsSettings: { body: 'Your code is 428516.' } },
 * })
 */
export function createClient(options: ClientOptions): Client {
  const settings = settingsOf(options)
  const call = createCall(settings)
  return {
    instant: instantApi(call),
    orders: ordersApi(call),
    shipments: shipmentsApi(call, settings),
    correspondences: correspondencesApi(call),
    call,
  }
}
