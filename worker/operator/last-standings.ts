import { MS_PER_MINUTE } from '@straks/shared'
import type { ListedOrganization } from './directory.ts'
import type { Standing } from './standing.ts'

/** How an organisation stood when it was last asked. What was under way then has gone on, and is left out. */
export type LastStanding = Pick<
  Standing,
  'waiting' | 'oldestWaitingMs' | 'uncertain' | 'deadLetters' | 'fences' | 'webhooks'
> & {
  readonly atMs: number
}

/** The same, and whose it is. */
export type NotedStanding = LastStanding & { readonly organization: string }

/** What is known of an organisation, with how it stood when it was last asked. */
export type ToldOrganization = ListedOrganization & { readonly stood: LastStanding | undefined }

/** How long it is told how an organisation stood, where it has not been asked again. */
const TOLD_FOR_MS = 30 * MS_PER_MINUTE

/**
 * How organisations stood when an overview last asked them: one overview can ask only some, and several know of all. In
 * memory only: what is lost with it is asked again.
 */
export class LastStandings {
  readonly #all = new Map<string, LastStanding>()

  note(all: readonly NotedStanding[]): void {
    for (const { organization, ...standing } of all) this.#all.set(organization, standing)
  }

  /** How one stood; `undefined` where that is too long ago. */
  of(organization: string, nowMs: number): LastStanding | undefined {
    const known = this.#all.get(organization)
    if (!known || nowMs - known.atMs <= TOLD_FOR_MS) return known
    this.#all.delete(organization)
    return undefined
  }
}
