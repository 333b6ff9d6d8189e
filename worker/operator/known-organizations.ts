import { isWordDue, NO_SLICES, sliceOf } from '../domain/activity.ts'
import type { OrderKey } from '../domain/order-id.ts'
import { deskOf } from '../platform/objects.ts'

/** Which organisations and ledgers this process has told the desk of: each once in a while, so that no message costs a call. */
export class KnownOrganizations {
  readonly #toldMs = new Map<string, number>()

  /**
   * Tells the desk of an organisation that is in use; `undefined` where it was told of lately.
   *
   * @param orderKey of what was ordered: its first digit names the ledger
   */
  note(env: Env, organization: string, orderKey?: OrderKey): Promise<void> | undefined {
    const digit = orderKey?.slice(0, 1) ?? ''
    const key = `${digit}/${organization}`
    const nowMs = Date.now()
    if (!isWordDue(this.#toldMs.get(key), nowMs)) return undefined
    this.#toldMs.set(key, nowMs)
    return this.#tell(env, organization, digit, key)
  }

  async #tell(env: Env, organization: string, digit: string, key: string): Promise<void> {
    try {
      await deskOf(env).noteActivity(organization, digit === '' ? NO_SLICES : sliceOf(digit))
    } catch (error) {
      // The next message tells it.
      this.#toldMs.delete(key)
      throw error
    }
  }
}
