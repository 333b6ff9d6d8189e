/** Where a party is reached, as a register has it. */
export type Addresses = { readonly emails: readonly string[]; readonly mobiles: readonly string[] }

/** Where a person is reached, and whether they want to be. */
export type Contacts = Addresses & { readonly reserved: boolean }

/** What a register has in place of an address it does not have. */
type Missing = '' | null | undefined

/** A list of the address there is, or an empty one. */
export const listOf = (address: string | Missing): readonly string[] => (address ? [address] : [])
