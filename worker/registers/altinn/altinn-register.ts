import { ok } from '@straks/shared'
import { Limiter } from '../../platform/limiter.ts'
import { withTimeout } from '../../platform/timeout.ts'
import {
  type Lookup,
  numberOf,
  type OrganizationQuery,
  type PartyQuery,
  type Register,
  registerOf,
} from '../register.ts'
import { AuthorizedService } from './authorized-service.ts'
import { CONTACT_REGISTER_SCOPE, findContacts } from './contact-register.ts'
import type { Addresses, Contacts } from './contacts.ts'
import { GuardedService, type ServiceAnswer } from './guarded-service.ts'
import { type AltinnHost, PLATFORM } from './host.ts'
import { findPartyNames } from './names.ts'
import { findCopiedContacts, findOfficialAddresses, findOrganizationUsers } from './profile.ts'
import { findResourceTitle } from './resources.ts'
import { keepPermitted } from './rights.ts'
import type { AltinnSettings } from './settings.ts'
import { altinnTokens } from './tokens/altinn-tokens.ts'
import { KeptToken } from './tokens/kept-token.ts'
import { maskinportenTokens } from './tokens/maskinporten-tokens.ts'

const RESOURCE_PREFIX = /^urn:altinn:resource:/

const NO_ADDRESSES: Addresses = { emails: [], mobiles: [] }

/** Less than the ledger's lease, so that it has not run out after a lookup: several services may be slow one after another. */
const LOOKUP_TIMEOUT_MS = 6_000

/** How many organisations' users are decided about at a time: the platform opens six connections for an invocation. */
const DECISIONS_AT_ONCE = 4

/** What the registers together know; a party that one of them knows is known, with an empty name if it must be. */
function toLookup(contacts: Contacts | undefined, name: string | undefined): Lookup {
  if (contacts === undefined && name === undefined) return { kind: 'unknown' }
  return { kind: 'found', party: { ...NO_ADDRESSES, reserved: false, ...contacts, name: name ?? '' } }
}

type Answers = Promise<ServiceAnswer<ReadonlyMap<string, Contacts>>>

/** The same of several parties, by number. */
async function toLookups(
  asked: Answers,
  named: Promise<ServiceAnswer<ReadonlyMap<string, string>>>,
): Promise<(number: string) => Lookup> {
  const [contacts, names] = (await withTimeout(LOOKUP_TIMEOUT_MS, Promise.all([asked, named]))) ?? []
  if (!contacts?.ok || !names?.ok) return () => ({ kind: 'unavailable' })
  return (number) => toLookup(contacts.value.get(number), names.value.get(number))
}

const distinct = (...lists: (readonly string[])[]): readonly string[] => [...new Set(lists.flat())]

/** What two look-ups must have in common to be made together. */
const wayOf = (query: PartyQuery): string =>
  query.kind === 'person'
    ? `person ${query.useStaleContactInformation}`
    : JSON.stringify([query.resourceId, query.resourceAction])

/** The registers of the Norwegian state: KRR, and Altinn's Profile, Register and Authorization. `docs/registers.md`. */
export function altinnRegister(settings: AltinnSettings, host: AltinnHost = PLATFORM): Register {
  const { platformUrl, contactRegisterUrl, platformScopes, subscriptionKey } = settings
  const fetchToken = maskinportenTokens(settings.maskinporten, host)
  const contactRegisterToken = new KeptToken(fetchToken(CONTACT_REGISTER_SCOPE), host.now)
  const platformToken = new KeptToken(altinnTokens(platformUrl, fetchToken(platformScopes), host), host.now)
  const krr = new AuthorizedService({ name: 'krr', url: contactRegisterUrl, token: contactRegisterToken }, host)
  const headers: Record<string, string> = subscriptionKey === '' ? {} : { 'ocp-apim-subscription-key': subscriptionKey }
  const altinn = (name: string) =>
    new AuthorizedService({ name, url: platformUrl, token: platformToken, headers }, host)
  const resources = new GuardedService('resourceregistry', host)
  const [profile, register, authorization] = [altinn('profile'), altinn('register'), altinn('authorization')]
  const decisions = new Limiter(DECISIONS_AT_ONCE)

  /** From the contact register; from Profile's copy of it while it does not answer. */
  async function contactsOf(numbers: readonly string[], useStale: boolean): Answers {
    const contacts = await findContacts(krr, numbers, useStale, host.now())
    return contacts.ok ? contacts : findCopiedContacts(profile, numbers, useStale)
  }

  /** The addresses of users who may see the resource, by organisation; none where the message has no resource. */
  async function userAddresses(
    numbers: readonly string[],
    { resourceId, resourceAction }: Pick<OrganizationQuery, 'resourceId' | 'resourceAction'>,
  ): Promise<ServiceAnswer<ReadonlyMap<string, readonly Addresses[]>>> {
    if (resourceId === undefined) return ok(new Map())
    const resource = resourceId.replace(RESOURCE_PREFIX, '')
    const found = await findOrganizationUsers(profile, numbers, resource)
    if (!found.ok) return found
    const permitted = await decisions.map([...found.value], async ([number, users]) => {
      const kept =
        users.users.length === 0 ? ok([]) : await keepPermitted(authorization, users, resource, resourceAction)
      return { number, kept }
    })
    const byNumber = new Map<string, readonly Addresses[]>()
    for (const { number, kept } of permitted) {
      if (!kept.ok) return kept
      byNumber.set(number, kept.value)
    }
    return ok(byNumber)
  }

  async function addressesOf(
    numbers: readonly string[],
    resource: Pick<OrganizationQuery, 'resourceId' | 'resourceAction'>,
  ): Answers {
    const [official, users] = await Promise.all([
      findOfficialAddresses(profile, numbers),
      userAddresses(numbers, resource),
    ])
    if (!official.ok) return official
    if (!users.ok) return users
    const known = numbers.flatMap((number): [string, Contacts][] => {
      const own = official.value.get(number)
      const ofUsers = users.value.get(number) ?? []
      if (own === undefined && ofUsers.length === 0) return []
      const all = [own ?? NO_ADDRESSES, ...ofUsers]
      const emails = distinct(...all.map((one) => one.emails))
      const mobiles = distinct(...all.map((one) => one.mobiles))
      return [[number, { emails, mobiles, reserved: false }]]
    })
    return ok(new Map(known))
  }

  /** Looks up parties that are looked up in the same way. */
  function findAlike(first: PartyQuery, numbers: readonly string[]): Promise<(number: string) => Lookup> {
    return first.kind === 'person'
      ? toLookups(contactsOf(numbers, first.useStaleContactInformation), findPartyNames(register, 'ssn', numbers))
      : toLookups(addressesOf(numbers, first), findPartyNames(register, 'orgNo', numbers))
  }

  const parties = registerOf(async (queries) => {
    const groups = Map.groupBy(queries, wayOf)
    const found = new Map(
      await Promise.all(
        [...groups].map(async ([way, [first, ...more]]) => {
          if (!first) throw new Error('A group of look-ups is empty')
          return [way, await findAlike(first, [...new Set([first, ...more].map(numberOf))])] as const
        }),
      ),
    )
    return queries.map((query) => found.get(wayOf(query))?.(numberOf(query)) ?? { kind: 'unavailable' })
  })
  return { ...parties, findResource: (query) => findResourceTitle(resources, platformUrl, query) }
}
