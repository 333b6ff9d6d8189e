import { randomUUID } from 'node:crypto'
import { deriveOrderKey, type KeyNamespace } from '../../worker/domain/order-id.ts'

/** Whose token the benchmark has. */
const ORGANIZATION = 'ttd'

/** Any of the sixteen would do. */
const SLICE = '7'

/** A new key that leads to one ledger, always the same one. One in sixteen does. */
export async function keyOfOneLedger(namespace: KeyNamespace): Promise<string> {
  for (;;) {
    const key = randomUUID()
    if ((await deriveOrderKey(namespace, ORGANIZATION, key)).startsWith(SLICE)) return key
  }
}
