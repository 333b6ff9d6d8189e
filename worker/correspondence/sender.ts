import type { Facts } from './record.ts'

/** The scheme that Altinn puts before the number of an organisation that sends. docs/altinn/correspondence.md §4.6. */
const SCHEME = '0192:'

/** The sender of a correspondence as answers name it: by its number where that is known, else by its short name. */
export const senderOf = ({ organization, senderNumber }: Pick<Facts, 'organization' | 'senderNumber'>): string =>
  senderNumber === undefined ? organization : SCHEME + senderNumber
