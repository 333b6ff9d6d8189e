import { emailAddressKey } from '@straks/shared'
import { sieveOfAddress } from './recipient-key.ts'
import { BETWEEN_DIGITS, squeezedInJson, withoutEscapes } from './separators.ts'

/** What kind of name a recipient has: said in the audit log in its place. */
type RecipientKind = 'phone' | 'email' | 'person' | 'organization' | 'other'

/** A recipient in lower case, an address by its key. */
export type NamedRecipient = { readonly value: string; readonly kind: RecipientKind }

/** Members whose values are ids of ours: digits in them are chance. */
const IDS: ReadonlySet<string> = new Set(['orderKey', 'fingerprint', 'traceId', 'shipmentId', 'correspondenceId'])

/** Members that identify a person or say where to reach them. */
const PERSONAL: ReadonlySet<string> = new Set([
  'destination',
  'emailAddress',
  'mobileNumber',
  'phoneNumber',
  'nationalIdentityNumber',
  'organizationNumber',
  'urn',
])

/** Members with the values of keywords, such as a person's name. */
const KEYWORDS: ReadonlySet<string> = new Set(['keywords', 'values'])

const NO_MEMBERS: ReadonlySet<string> = new Set()

const NORWAY = '+47'

/** The part of a recipient that every spelling of it has. */
const coreOf = ({ value, kind }: NamedRecipient): string => {
  // Without its at sign, which URLs write otherwise.
  if (kind === 'email') return sieveOfAddress(value).slice(0, -1)
  if (kind !== 'phone') return value
  return value.startsWith(NORWAY) ? value.slice(NORWAY.length) : value.replace('+', '')
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** An at sign as URLs write it. */
const ENCODED_AT = /%40/g

/** Finds an address in a text in any of its spellings: a local part that begins there, and a domain that ends there. */
function addressFinder(key: string): (text: string) => boolean {
  const local = escaped(key.slice(0, key.lastIndexOf('@')))
  const found = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}_.%+-])${local}@[\\p{L}\\p{M}\\p{N}_.-]*[\\p{L}\\p{M}\\p{N}_-]`,
    'gu',
  )
  return (text) => {
    const written = text.normalize('NFC').toLowerCase().replace(ENCODED_AT, '@')
    return (written.match(found) ?? []).some((address) => emailAddressKey(address) === key)
  }
}

/** Finds a recipient in a text, and nothing longer that has it in it: another's address, or a longer number. */
function finderOf(recipient: NamedRecipient): (text: string) => boolean {
  if (recipient.kind === 'email') return addressFinder(recipient.value)
  const core = coreOf(recipient)
  const patternOf = (kind: Exclude<RecipientKind, 'email'>): string => {
    if (kind === 'other') return `^${escaped(core)}$`
    return `(?<!\\d)${kind === 'phone' ? '(?:00|\\+)?(?:47)?' : ''}${[...core].join(BETWEEN_DIGITS[kind])}(?!\\d)`
  }
  const pattern = new RegExp(patternOf(recipient.kind))
  return (text) => pattern.test(text.toLowerCase())
}

/** What is left of a text that names the recipient and cannot be read: what could not be read before cannot be after. */
export const NOTHING_LEFT = '{"'

/** A stored text without a recipient, and how many of its destinations that took. */
export type Scrubbed = { readonly text: string; readonly destinations: number }

/** Takes one recipient out of what is stored. */
export class Eraser {
  /** A text that whatever names the recipient contains where it is `squeezed`: a sieve for SQL. */
  readonly sieve: string
  /** Whether a text names the recipient. */
  readonly isIn: (text: string) => boolean
  readonly #value: RegExp

  constructor(recipient: NamedRecipient) {
    this.sieve = squeezedInJson(coreOf(recipient))
    this.isIn = finderOf(recipient)
    // A member's whole value: what is followed by a colon is a member's name.
    this.#value = new RegExp(`${escaped(JSON.stringify(recipient.value))}(?!:)`)
  }

  /** Whether a stored JSON text names the recipient, also one that cannot be read. */
  isInJson(json: string): boolean {
    return this.isIn(withoutEscapes(json)) || this.#value.test(json.toLowerCase())
  }

  /** Blanks every member of a JSON text that names the recipient. */
  scrub(json: string): Scrubbed {
    return this.#blank(json, NO_MEMBERS, NO_MEMBERS)
  }

  /** The same for a text that is all about the recipient: no address, no number and no keyword's value stays either. */
  scrubWhole(json: string): Scrubbed {
    return this.#blank(json, PERSONAL, KEYWORDS)
  }

  #blank(json: string, blanked: ReadonlySet<string>, emptied: ReadonlySet<string>): Scrubbed {
    let destinations = 0
    const blank = (key: string, value: unknown) => {
      if (emptied.has(key)) return {}
      if (typeof value !== 'string' || value === '' || IDS.has(key)) return value
      if (!blanked.has(key) && !this.isIn(value)) return value
      if (key === 'destination') destinations++
      return ''
    }
    try {
      return { text: JSON.stringify(JSON.parse(json, blank)), destinations }
    } catch {
      return { text: blanked.size > 0 || this.isInJson(json) ? NOTHING_LEFT : json, destinations: 0 }
    }
  }
}
