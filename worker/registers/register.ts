/** What a register knows of a person or an organisation. */
export type Party = {
  readonly name: string
  /** As the register holds them: whoever sends to one parses it first. */
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
export type PersonQuery = {
  readonly nationalIdentityNumber: string
  /** Whether addresses count that nobody has confirmed for 18 months. `spec/notifications.md` 7.3. */
  readonly useStaleContactInformation: boolean
}

/** Where an organisation is looked up. */
export type OrganizationQuery = {
  readonly organizationNumber: string
  /** The resource that a message is about: users with a right to it may have addresses of their own. */
  readonly resourceId: string | undefined
  readonly resourceAction: string | undefined
}

/** The names, addresses and reservations of persons and organisations. Its answers are facts or tagged; only a bug throws. */
export type Register = {
  findPerson(query: PersonQuery): Promise<Lookup>
  findOrganization(query: OrganizationQuery): Promise<Lookup>
}
