import { deriveOrderKey } from '../../../worker/domain/order-id.ts'
import type { InstantOrder } from '../../../worker/ledger/contract.ts'

/** The organisation of the token. */
export const ORGANIZATION = 'ttd'

/** The guide's SMS as an order with a key of its own. */
export async function orderOf(idempotencyId: string): Promise<InstantOrder> {
  return {
    orderKey: await deriveOrderKey('instant', ORGANIZATION, idempotencyId),
    organization: ORGANIZATION,
    fingerprint: '0123456789abcdef',
    sendersReference: 'otp-login-2024-09-30-1234',
    destination: '+4799999999',
    simulated: false,
    content: { channel: 'sms', from: 'Altinn', body: 'Engangskoden din er 428516. Den er gyldig i 2 minutter.' },
    timeToLiveMs: 120_000,
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  }
}
