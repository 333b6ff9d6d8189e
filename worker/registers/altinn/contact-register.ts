import { ok } from '@straks/shared'
import * as z from 'zod'
import type { AuthorizedService } from './authorized-service.ts'
import { type Contacts, listOf } from './contacts.ts'
import { isFresh } from './freshness.ts'
import type { ServiceAnswer } from './guarded-service.ts'

/** The scope that shows addresses and their dates; the reservation is shown with any. */
export const CONTACT_REGISTER_SCOPE = 'krr:global/kontaktinformasjon.read'

const PATH = '/rest/v2/personer'

const text = z.string().nullish()

const Person = z.object({
  personidentifikator: z.string(),
  reservasjon: text,
  status: text,
  kontaktinformasjon: z
    .object({
      epostadresse: text,
      epostadresse_oppdatert: text,
      epostadresse_sist_verifisert: text,
      mobiltelefonnummer: text,
      mobiltelefonnummer_oppdatert: text,
      mobiltelefonnummer_sist_verifisert: text,
    })
    .nullish(),
})

const Persons = z.object({ personer: z.array(Person) })

/** Of persons who are deleted or not registered there is nothing to read. */
const ACTIVE = 'AKTIV'

const RESERVED = 'JA'

function toContacts({ reservasjon, kontaktinformasjon }: z.output<typeof Person>, isCounted: Counted): Contacts {
  const has = kontaktinformasjon ?? {}
  const email = isCounted(has.epostadresse_oppdatert, has.epostadresse_sist_verifisert) ? has.epostadresse : undefined
  const mobile = isCounted(has.mobiltelefonnummer_oppdatert, has.mobiltelefonnummer_sist_verifisert)
    ? has.mobiltelefonnummer
    : undefined
  return { emails: listOf(email), mobiles: listOf(mobile), reserved: reservasjon === RESERVED }
}

type Counted = (...dates: (string | null | undefined)[]) => boolean

/**
 * Persons' contacts in the contact and reservation register (KRR), by number; those that it does not have are left out. A
 * stale address does not count, but the reservation of a person whose addresses are stale does.
 */
export async function findContacts(
  krr: AuthorizedService,
  numbers: readonly string[],
  useStaleContactInformation: boolean,
  nowMs: number,
): Promise<ServiceAnswer<ReadonlyMap<string, Contacts>>> {
  const answer = await krr.post(PATH, { personidentifikatorer: numbers }, Persons)
  if (!answer.ok) return answer
  const isCounted: Counted = (...dates) => useStaleContactInformation || isFresh(dates, nowMs)
  const active = answer.value.personer.filter(({ status }) => status === ACTIVE)
  return ok(new Map(active.map((person) => [person.personidentifikator, toContacts(person, isCounted)])))
}
