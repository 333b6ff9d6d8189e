import { ok } from '@straks/shared'
import type { Lookup, OrganizationQuery, PersonQuery, Register } from '../register.ts'
import { AuthorizedService } from './authorized-service.ts'
import { CONTACT_REGISTER_SCOPE, findContacts } from './contact-register.ts'
import type { Addresses, Contacts } from './contacts.ts'
import type { Answer } from './guarded-service.ts'
import { type Host, PLATFORM } from './host.ts'
import { findName } from './names.ts'
import { findCopiedContacts, findOfficialAddresses, findOrganizationUsers } from './profile.ts'
import { keepPermitted } from './rights.ts'
import type { AltinnSettings } from './settings.ts'
import { altinnTokens } from './tokens/altinn-tokens.ts'
import { KeptToken } from './tokens/kept-token.ts'
import { maskinportenTokens } from './tokens/maskinporten-tokens.ts'
import { within } from './within.ts'

const RESOURCE_PREFIX = /^urn:altinn:resource:/

const NOBODY: Addresses = { emails: [], mobiles: [] }

/** Less than the ledger's lease, so that whoever looks up still has it: several services may be slow one after another. */
const LOOKUP_PATIENCE_MS = 6_000

/** What the registers together know; a party that one of them knows is known, with an empty name if it must be. */
async function toLookup(
  asked: Promise<Answer<Contacts | undefined>>,
  name: Promise<Answer<string | undefined>>,
): Promise<Lookup> {
  const [contacts, named] = (await within(LOOKUP_PATIENCE_MS, Promise.all([asked, name]))) ?? []
  if (!contacts?.ok || !named?.ok) return { kind: 'unavailable' }
  if (contacts.value === undefined && named.value === undefined) return { kind: 'unknown' }
  return { kind: 'found', party: { ...NOBODY, reserved: false, ...contacts.value, name: named.value ?? '' } }
}

const distinct = (...lists: (readonly string[])[]): readonly string[] => [...new Set(lists.flat())]

/** The registers of the Norwegian state: KRR, and Altinn's Profile, Register and Authorization. `docs/registers.md`. */
export function altinnRegister(settings: AltinnSettings, host: Host = PLATFORM): Register {
  const { platformUrl, contactRegisterUrl, platformScopes, subscriptionKey } = settings
  const fetchToken = maskinportenTokens(settings.maskinporten, host)
  const contactRegisterToken = new KeptToken(fetchToken(CONTACT_REGISTER_SCOPE), host.now)
  const platformToken = new KeptToken(altinnTokens(platformUrl, fetchToken(platformScopes), host), host.now)
  const krr = new AuthorizedService({ name: 'krr', url: contactRegisterUrl, token: contactRegisterToken }, host)
  const headers: Record<string, string> = subscriptionKey === '' ? {} : { 'ocp-apim-subscription-key': subscriptionKey }
  const altinn = (name: string) =>
    new AuthorizedService({ name, url: platformUrl, token: platformToken, headers }, host)
  const [profile, register, authorization] = [altinn('profile'), altinn('register'), altinn('authorization')]

  /** From the contact register; from Profile's copy of it while it does not answer. */
  async function contactsOf(query: PersonQuery): Promise<Answer<Contacts | undefined>> {
    const contacts = await findContacts(krr, query, host.now())
    return contacts.ok ? contacts : findCopiedContacts(profile, query)
  }

  /** The addresses of users who may see the resource; nobody's where the message is about none. */
  async function userAddresses(query: OrganizationQuery): Promise<Answer<readonly Addresses[]>> {
    if (query.resourceId === undefined) return ok([])
    const resource = query.resourceId.replace(RESOURCE_PREFIX, '')
    const found = await findOrganizationUsers(profile, query.organizationNumber, resource)
    if (!found.ok) return found
    return found.value ? keepPermitted(authorization, found.value, resource, query.resourceAction) : ok([])
  }

  async function addressesOf(query: OrganizationQuery): Promise<Answer<Contacts | undefined>> {
    const [official, users] = await Promise.all([
      findOfficialAddresses(profile, query.organizationNumber),
      userAddresses(query),
    ])
    if (!official.ok) return official
    if (!users.ok) return users
    if (official.value === undefined && users.value.length === 0) return ok(undefined)
    const all = [official.value ?? NOBODY, ...users.value]
    return ok({
      emails: distinct(...all.map(({ emails }) => emails)),
      mobiles: distinct(...all.map(({ mobiles }) => mobiles)),
      reserved: false,
    })
  }

  return {
    findPerson: (query) => toLookup(contactsOf(query), findName(register, { ssn: query.nationalIdentityNumber })),
    findOrganization: (query) => toLookup(addressesOf(query), findName(register, { orgNo: query.organizationNumber })),
  }
}
