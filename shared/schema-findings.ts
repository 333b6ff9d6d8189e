import type * as z from 'zod'
import type { Finding, FindingCode, Path } from './finding.ts'
import { WrittenNumber } from './json/parse-json.ts'
import { isJsonObject } from './json/value.ts'
import { type Language, say, type Words } from './language.ts'
import { toDottedPath } from './path-text.ts'
import { UNREAD } from './reading/document.ts'
import { redactPath } from './redact.ts'
import { table } from './table.ts'
import { nearestWord } from './text/keywords-nearest.ts'

/** The code of everything that the schema alone refuses. docs/rules/README.md. */
export const SCHEMA_CODE = 'schema' satisfies FindingCode

const WORDS = {
  missing: {
    en: '{name} is missing: {expected} is required here.',
    nb: '{name} mangler: her kreves {expected}.',
    nn: '{name} manglar: her må det vere {expected}.',
  },
  wrongType: {
    en: '{name} is {written}; it must be {expected}.',
    nb: '{name} er {written}, men må være {expected}.',
    nn: '{name} er {written}, men må vere {expected}.',
  },
  notOneOf: {
    en: '{name} must be one of {options}.',
    nb: '{name} må være en av {options}.',
    nn: '{name} må vere ein av {options}.',
  },
  meant: {
    en: '{name} must be one of {options}. Did you mean `{nearest}`?',
    nb: '{name} må være en av {options}. Mente du `{nearest}`?',
    nn: '{name} må vere ein av {options}. Meinte du `{nearest}`?',
  },
  useNearest: { en: 'Write `{nearest}`', nb: 'Skriv `{nearest}`', nn: 'Skriv `{nearest}`' },
  tooBig: {
    en: '{name} must be at most {limit}.',
    nb: '{name} må være høyst {limit}.',
    nn: '{name} må vere høgst {limit}.',
  },
  tooSmall: {
    en: '{name} must be at least {limit}.',
    nb: '{name} må være minst {limit}.',
    nn: '{name} må vere minst {limit}.',
  },
  empty: {
    en: '{name} must not be empty.',
    nb: '{name} kan ikke være tom.',
    nn: '{name} kan ikkje vere tom.',
  },
  noUuid: { en: '{name} must be a UUID.', nb: '{name} må være en UUID.', nn: '{name} må vere ein UUID.' },
  refused: {
    en: '{name} is not valid in this request.',
    nb: '{name} passer ikke i denne forespørselen.',
    nn: '{name} passar ikkje i denne førespurnaden.',
  },
} satisfies Record<string, Words>

const TYPE_NAMES = table<Words>({
  string: { en: 'text', nb: 'tekst', nn: 'tekst' },
  number: { en: 'a number', nb: 'et tall', nn: 'eit tal' },
  int: { en: 'a whole number', nb: 'et heltall', nn: 'eit heiltal' },
  boolean: { en: 'true or false', nb: 'true eller false', nn: 'true eller false' },
  object: { en: 'an object', nb: 'et objekt', nn: 'eit objekt' },
  record: { en: 'an object', nb: 'et objekt', nn: 'eit objekt' },
  array: { en: 'a list', nb: 'en liste', nn: 'ei liste' },
  null: { en: 'null', nb: 'null', nn: 'null' },
})

/** What a sentence calls what stands under a name of the caller's own. */
const VALUE_IN: Words = { en: 'A value in {name}', nb: 'En verdi i {name}', nn: 'Ein verdi i {name}' }

/** What a sentence calls the whole document, which has no name. */
const DOCUMENT: Words = { en: 'The request', nb: 'Forespørselen', nn: 'Førespurnaden' }

function typeOf(value: unknown): string {
  if (value instanceof WrittenNumber) return 'number'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value
}

/** The sentence of a value of the right type that a schema refuses, and what it names. */
function refusalOf(issue: z.core.$ZodIssue): { words: Words; data?: Record<string, string> } {
  const ofNumber = 'origin' in issue && (issue.origin === 'number' || issue.origin === 'int')
  if (issue.code === 'too_big' && ofNumber) return { words: WORDS.tooBig, data: { limit: String(issue.maximum) } }
  if (issue.code === 'too_small' && ofNumber) return { words: WORDS.tooSmall, data: { limit: String(issue.minimum) } }
  if (issue.code === 'too_small' && issue.origin === 'string') return { words: WORDS.empty }
  if (issue.code === 'invalid_format' && issue.format === 'guid') return { words: WORDS.noUuid }
  return { words: WORDS.refused }
}

const nameType = (type: string, language: Language): string => TYPE_NAMES.get(type)?.[language] ?? type

/** Tells how an object spells a member's name. Each object is gone through once, however much is wrong in it. */
function createSpeller(): (object: Readonly<Record<string, unknown>>, name: string) => string | undefined {
  const known = new Map<object, ReadonlyMap<string, string>>()
  return (object, name) => {
    let spellings = known.get(object)
    if (!spellings) {
      spellings = new Map(Object.keys(object).map((written) => [written.toLowerCase(), written]))
      known.set(object, spellings)
    }
    return spellings.get(name.toLowerCase())
  }
}

/** Follows paths of proper names through a document as written, and tells how the document spells them. */
function createLocator(input: unknown): (path: readonly PropertyKey[]) => { path: Path; value: unknown } {
  const spell = createSpeller()
  return (path) => {
    const spelt: (string | number)[] = []
    let value = input
    for (const step of path) {
      if (typeof step === 'number') {
        value = Array.isArray(value) ? value[step] : undefined
        spelt.push(step)
        continue
      }
      const name = String(step)
      const written = isJsonObject(value) ? spell(value, name) : undefined
      value = isJsonObject(value) && written !== undefined ? value[written] : undefined
      spelt.push(written ?? name)
    }
    return { path: spelt, value }
  }
}

/** Whether a read document has, at a path, a value that was too long to be read. */
function isUnread(read: unknown, path: readonly PropertyKey[]): boolean {
  let value = read
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)]
    else if (isJsonObject(value) && Object.hasOwn(value, step)) value = value[String(step)]
    else return false
  }
  return value === UNREAD
}

/** A choice that is written with spaces, hyphens or a slip; no choice is longer than this. */
const OPTION_MAX_UNITS = 60

/** The choice that a written one most likely means. */
const nearestOption = (value: unknown, options: readonly string[]): string | undefined =>
  typeof value === 'string' && value.length <= OPTION_MAX_UNITS
    ? nearestWord(value.replaceAll(/[ -]/g, ''), options)
    : undefined

/** A request as it is written, and as it was read. */
type Parsed = { readonly input: unknown; readonly read: unknown }

/**
 * Puts a schema's errors into findings, at the paths that the document itself uses. Of what was too long to be read
 * a rule tells.
 */
export function schemaFindings(error: z.ZodError, { input, read }: Parsed, language: Language): Finding[] {
  const locate = createLocator(input)
  const issues = error.issues.filter((issue) => !isUnread(read, issue.path))
  return issues.map((issue) => {
    const { path, value } = locate(issue.path)
    const nameOf = (place: Path): string =>
      place.length === 0 ? say(DOCUMENT, language) : `\`${toDottedPath(place)}\``
    const publicPath = redactPath(path)
    const expects = issue.code === 'invalid_value' ? 'choice' : issue.code === 'invalid_type' ? issue.expected : ''
    const finding = (words: Words, data: Record<string, string> = {}): Finding => ({
      code: SCHEMA_CODE,
      types: { expected: expects, written: typeOf(value) },
      severity: 'error',
      path,
      message: say(words, language, { name: nameOf(path), ...data }),
      ...(publicPath.length < path.length && {
        unquoted: say(words, language, { name: say(VALUE_IN, language, { name: nameOf(publicPath) }), ...data }),
      }),
    })
    if (issue.code === 'invalid_value') {
      const options = issue.values.map((option) => `\`${String(option)}\``).join(', ')
      const nearest = nearestOption(value, issue.values.map(String))
      if (nearest === undefined) return finding(WORDS.notOneOf, { options })
      const title = say(WORDS.useNearest, language, { nearest })
      return {
        ...finding(WORDS.meant, { options, nearest }),
        repairs: [{ key: 'useNearest', title, safety: 'suggested', edits: [{ kind: 'set', path, value: nearest }] }],
      }
    }
    if (issue.code !== 'invalid_type') {
      const { words, data } = refusalOf(issue)
      return finding(words, data)
    }
    const isWhole = issue.expected === 'number' || issue.expected === 'int'
    const expected = nameType(isWhole && value instanceof WrittenNumber ? 'int' : issue.expected, language)
    if (value === undefined) return finding(WORDS.missing, { expected })
    return finding(WORDS.wrongType, { written: nameType(typeOf(value), language), expected })
  })
}
