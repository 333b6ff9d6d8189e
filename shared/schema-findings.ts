import type * as z from 'zod'
import type { Finding, Path } from './finding.ts'
import { isJsonObject } from './json/value.ts'
import { type Language, say, type Words } from './language.ts'

/** The code of everything that the schema alone refuses. Design 3.5. */
export const SCHEMA_CODE = 'schema'

const WORDS = {
  missing: {
    en: '`{name}` is missing: {expected} is required here.',
    nb: '`{name}` mangler: her kreves {expected}.',
    nn: '`{name}` manglar: her må det vere {expected}.',
  },
  wrongType: {
    en: '`{name}` is {written}; it must be {expected}.',
    nb: '`{name}` er {written}, men må være {expected}.',
    nn: '`{name}` er {written}, men må vere {expected}.',
  },
  notOneOf: {
    en: '`{name}` must be one of {options}.',
    nb: '`{name}` må være en av {options}.',
    nn: '`{name}` må vere ein av {options}.',
  },
  refused: {
    en: '`{name}` is not what this request takes.',
    nb: '`{name}` passer ikke i denne forespørselen.',
    nn: '`{name}` passar ikkje i denne førespurnaden.',
  },
} satisfies Record<string, Words>

const TYPE_NAMES: Readonly<Record<string, Words>> = {
  string: { en: 'text', nb: 'tekst', nn: 'tekst' },
  number: { en: 'a number', nb: 'et tall', nn: 'eit tal' },
  int: { en: 'a whole number', nb: 'et heltall', nn: 'eit heiltal' },
  boolean: { en: 'true or false', nb: 'true eller false', nn: 'true eller false' },
  object: { en: 'an object', nb: 'et objekt', nn: 'eit objekt' },
  array: { en: 'a list', nb: 'en liste', nn: 'ei liste' },
  null: { en: 'null', nb: 'null', nn: 'null' },
}

const DOCUMENT: Words = { en: 'the request', nb: 'forespørselen', nn: 'førespurnaden' }

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value
}

const nameType = (type: string, language: Language): string => TYPE_NAMES[type]?.[language] ?? type

/** Follows a path of proper names through a document as written, and tells how the document spells it. */
function locate(input: unknown, path: readonly PropertyKey[]): { path: Path; value: unknown } {
  const spelt: (string | number)[] = []
  let value = input
  for (const step of path) {
    if (typeof step === 'number') {
      value = Array.isArray(value) ? value[step] : undefined
      spelt.push(step)
      continue
    }
    const name = String(step)
    const folded = name.toLowerCase()
    const written = isJsonObject(value) ? Object.keys(value).findLast((key) => key.toLowerCase() === folded) : undefined
    value = isJsonObject(value) && written !== undefined ? value[written] : undefined
    spelt.push(written ?? name)
  }
  return { path: spelt, value }
}

/** Puts a schema's complaints into findings, at the paths that the document itself uses. */
export function schemaFindings(error: z.ZodError, input: unknown, language: Language): Finding[] {
  return error.issues.map((issue) => {
    const { path, value } = locate(input, issue.path)
    const name = path.length === 0 ? say(DOCUMENT, language) : path.join('.')
    const finding = (words: Words, data: Record<string, string> = {}): Finding => ({
      code: SCHEMA_CODE,
      severity: 'error',
      path,
      message: say(words, language, { name, ...data }),
    })
    if (issue.code === 'invalid_value')
      return finding(WORDS.notOneOf, { options: issue.values.map((option) => `\`${String(option)}\``).join(', ') })
    if (issue.code !== 'invalid_type') return finding(WORDS.refused)
    const expected = nameType(issue.expected, language)
    if (value === undefined) return finding(WORDS.missing, { expected })
    return finding(WORDS.wrongType, { written: nameType(typeOf(value), language), expected })
  })
}
