import { env } from 'cloudflare:workers'
import { deriveOrderKey } from '../../../worker/domain/order-id.ts'
import type { InstantOrder } from '../../../worker/ledger/contract.ts'
import { ledgerOf } from '../../../worker/platform/objects.ts'

/** A mail's content, for `acceptedMessage`. */
export const MAIL_CONTENT = {
  channel: 'email',
  from: 'a@altinn.no',
  subject: 's',
  body: 'b',
  contentType: 'Plain',
} as const

/** A message under a key of its own that a ledger has accepted, an SMS unless that is changed, and its ledger. */
export async function acceptedMessage(changes: Partial<Omit<InstantOrder, 'orderKey'>> = {}) {
  const { organization = 'ttd' } = changes
  const orderKey = await deriveOrderKey('instant', organization, crypto.randomUUID())
  const address = { orderKey, number: 1, position: 0 }
  const ledger = ledgerOf(env, organization, address)
  await ledger.acceptInstant({
    orderKey,
    organization,
    fingerprint: '00',
    sendersReference: undefined,
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    destination: '+4799999999',
    simulated: false,
    timeToLiveMs: 60_000,
    content: { channel: 'sms', from: 'Altinn', body: 'Koden er 428516.' },
    ...changes,
  })
  return { address, ledger }
}
