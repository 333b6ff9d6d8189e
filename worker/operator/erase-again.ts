import { removeRecipientFromListing } from '../correspondence/correspondence-listing.ts'
import type { NamedRecipient } from '../domain/erasure.ts'
import { deskOf } from '../platform/objects.ts'
import { PartyStore } from '../registers/embedded/party-store.ts'
import { type Erased, eraseElsewhere, eraseInOrganization, NOTHING_ERASED, sumOf } from './erase-recipient.ts'
import { ErasureMarks } from './erasure-marks.ts'
import { namesIn } from './names-in-organization.ts'
import { namesWithin, readRecipient } from './recipient.ts'

/** Parties of one page. */
const PAGE = 1_000

/** Parties of the register that one request looks at: some seconds of work. */
const MOST_PARTIES = 20_000

/** Organisations of one request: all that they have is read. */
const MOST_ORGANIZATIONS = 10

/** A cursor that is no organisation: how many parties of the register have been passed. A place itself would name a person. */
const IN_REGISTER = /^register (\d{1,12})$/

/** What was erased, and where it goes on; `null` at the end. */
type ErasedAgain = { readonly erased: Erased; readonly next: string | null }

/** Who was erased once. */
class ErasedOnce {
  readonly #marks: ErasureMarks
  readonly #erased: ReadonlySet<string>

  private constructor(marks: ErasureMarks, erased: ReadonlySet<string>) {
    this.#marks = marks
    this.#erased = erased
  }

  static async of(env: Env): Promise<ErasedOnce> {
    return new ErasedOnce(await ErasureMarks.of(env), new Set(await deskOf(env).erasures()))
  }

  /** Those of some names that are back, though they were erased. */
  async among(names: Iterable<string>): Promise<readonly NamedRecipient[]> {
    const returned = new Map<string, NamedRecipient>()
    for (const stored of names)
      for (const name of namesWithin(stored)) {
        const recipient = readRecipient(name)
        const isBack = this.#erased.has(await this.#marks.markOf(recipient.value))
        if (isBack) returned.set(recipient.value, recipient)
      }
    return [...returned.values()]
  }
}

/** Erases again in the register, behind so many parties. A party may be named nowhere else. */
async function eraseInRegister(env: Env, once: ErasedOnce, passed: number) {
  const store = new PartyStore(env.REGISTER_DATABASE)
  let erased = NOTHING_ERASED
  let seen = 0
  let place = await store.placeBehind(passed)
  while (seen < MOST_PARTIES && place) {
    const page: Awaited<ReturnType<PartyStore['names']>> = await store.names(place, PAGE)
    for (const recipient of await once.among(page.names)) erased = sumOf(erased, await eraseElsewhere(env, recipient))
    seen += page.parties
    place = page.next
  }
  // Those that are gone come before no other any more.
  return { erased, passed: place && passed + seen - erased.registerParties }
}

async function eraseInOrganizations(env: Env, once: ErasedOnce, after: string | undefined): Promise<ErasedAgain> {
  const rest = (await deskOf(env).organizations())
    .map((known) => known.organization)
    .filter((name) => after === undefined || name > after)
  const some = rest.slice(0, MOST_ORGANIZATIONS)
  let erased = NOTHING_ERASED
  for (const organization of some)
    for (const recipient of await once.among(await namesIn(env, organization))) {
      erased = sumOf(erased, await eraseInOrganization(env, organization, recipient))
      erased = sumOf(erased, await eraseElsewhere(env, recipient))
      await removeRecipientFromListing(env, recipient)
    }
  return { erased, next: some.length < rest.length ? (some.at(-1) ?? null) : null }
}

/** How many parties a cursor says have been passed: none without one; `undefined` where it is an organisation. */
function passedBy(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return 0
  const [, passed] = IN_REGISTER.exec(cursor) ?? []
  return passed === undefined ? undefined : Number(passed)
}

/**
 * Erases again those who were erased once and have come back with a restored backup: in the register first, then in one
 * organisation after the other.
 */
export async function eraseAgain(env: Env, cursor: string | undefined): Promise<ErasedAgain> {
  const once = await ErasedOnce.of(env)
  const from = passedBy(cursor)
  if (from === undefined) return eraseInOrganizations(env, once, cursor)
  const { erased, passed } = await eraseInRegister(env, once, from)
  if (passed !== undefined) return { erased, next: `register ${passed}` }
  const others = await eraseInOrganizations(env, once, undefined)
  return { erased: sumOf(erased, others.erased), next: others.next }
}
