import { deskOf } from '../platform/objects.ts'

/** The organisations that this isolate has told the desk of: each once, so that no message costs a call. */
export class KnownOrganizations {
  readonly #known = new Set<string>()

  /** Tells the desk of an organisation that is new here; `undefined` where it is not. */
  note(env: Env, organization: string): Promise<void> | undefined {
    if (this.#known.has(organization)) return undefined
    this.#known.add(organization)
    return this.#tell(env, organization)
  }

  async #tell(env: Env, organization: string): Promise<void> {
    try {
      await deskOf(env).noteOrganization(organization)
    } catch (error) {
      // The next message tells it.
      this.#known.delete(organization)
      throw error
    }
  }
}
