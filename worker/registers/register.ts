/** What a register knows of a person or an organisation. */
export type Party = {
  readonly name: string
  /** As the register has them: parse one before sending to it. */
  readonly emails: readonly string[]
  readonly mobiles: readonly string[]
  /** Whether a person has declined electronic communication (KRR). Never so of an organisation. */
  readonly reserved: boolean
}

/** What came of a lookup. That a register does not answer is no fault of the order: it waits. */
export type Lookup =
  | { readonly kind: 'found'; readonly party: Party }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unavailable' }

/** Where a person is looked up, and which of the addresses count. */
type PersonQuery = {
  readonly nationalIdentityNumber: string
  /** Whether addresses count that have not been confirmed for 18 months. docs/altinn/notifications.md §7.3. */
  readonly useStaleContactInformation: boolean
}

/** Where an organisation is looked up. */
export type OrganizationQuery = {
  readonly organizationNumber: string
  /** The resource that a message is about: users with a right to it may have addresses of their own. */
  readonly resourceId: string | undefined
  readonly resourceAction: string | undefined
}

/** A party that is looked up. */
export type PartyQuery =
  | ({ readonly kind: 'person' } & PersonQuery)
  | ({ readonly kind: 'organization' } & OrganizationQuery)

/** The number that a party is looked up by. */
export const numberOf = (query: PartyQuery): string =>
  query.kind === 'person' ? query.nationalIdentityNumber : query.organizationNumber

/** The languages that resources have names in. */
export type ResourceLanguage = 'nb' | 'nn' | 'en'

/** The name of a resource, without a prefix, in a language. */
export type ResourceQuery = { readonly resourceId: string; readonly language: ResourceLanguage }

export type ResourceLookup =
  | { readonly kind: 'found'; readonly name: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unavailable' }

/**
 * The names, addresses and reservations of persons and organisations. Its answers are facts or tagged; only a bug
 * throws.
 */
export type Register = {
  /** Looks parties up, many at a time, and answers in their order. One that is unavailable keeps no other back. */
  find(queries: readonly PartyQuery[]): Promise<readonly Lookup[]>
  findPerson(query: PersonQuery): Promise<Lookup>
  findOrganization(query: OrganizationQuery): Promise<Lookup>
  findResource(query: ResourceQuery): Promise<ResourceLookup>
  /** Whether it knows no one at all. Left out where that cannot be. */
  isEmpty?(): Promise<boolean>
}

/** Makes a register of a look-up of many: it knows no resources. */
export function registerOf(find: Register['find']): Register {
  const findOne = async (query: PartyQuery): Promise<Lookup> => (await find([query]))[0] ?? { kind: 'unavailable' }
  return {
    find,
    findPerson: (query) => findOne({ kind: 'person', ...query }),
    findOrganization: (query) => findOne({ kind: 'organization', ...query }),
    findResource: async () => ({ kind: 'unknown' }),
  }
}
