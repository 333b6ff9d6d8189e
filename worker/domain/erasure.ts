/** What kind of name a recipient has: said in the audit log in its place. */
type RecipientKind = 'phone' | 'email' | 'person' | 'organization' | 'other'

/** A recipient as it is stored, in lower case. */
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
  if (kind !== 'phone') return value
  return value.startsWith(NORWAY) ? value.slice(NORWAY.length) : value.replace('+', '')
}

/** Finds a recipient in a text, and nothing longer that has it in it: another's address, or a longer number. */
function patternOf(recipient: NamedRecipient): RegExp {
  const core = coreOf(recipient).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  switch (recipient.kind) {
    case 'phone':
      return new RegExp(`(?<!\\d)(?:00|\\+)?(?:47)?${core}(?!\\d)`)
    case 'email':
      return new RegExp(`(?<![\\w.%+-])${core}(?![\\w-]|\\.\\w)`)
    case 'person':
    case 'organization':
      return new RegExp(`(?<!\\d)${core}(?!\\d)`)
    case 'other':
      return new RegExp(`^${core}$`)
  }
}

/** A stored text without a recipient, and how many of its destinations that took. */
export type Scrubbed = { readonly text: string; readonly destinations: number }

/** Takes one recipient out of what is stored. */
export class Eraser {
  /** A text that whatever names the recipient contains in lower case: a sieve for SQL. */
  readonly sieve: string
  readonly #pattern: RegExp

  constructor(recipient: NamedRecipient) {
    this.sieve = coreOf(recipient)
    this.#pattern = patternOf(recipient)
  }

  /** Whether a text names the recipient. */
  isIn(text: string): boolean {
    return this.#pattern.test(text.toLowerCase())
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
    const text = JSON.stringify(
      JSON.parse(json, (key, value: unknown) => {
        if (emptied.has(key)) return {}
        if (typeof value !== 'string' || value === '' || IDS.has(key)) return value
        if (!blanked.has(key) && !this.isIn(value)) return value
        if (key === 'destination') destinations++
        return ''
      }),
    )
    return { text, destinations }
  }
}
