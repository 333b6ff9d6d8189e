import type { Example, JsonValue } from '@straks/shared'
import { rulePages } from '@straks/shared/rule-pages'
import fc from 'fast-check'

const examples: readonly Example[] = Object.values(rulePages).flatMap((page) => Object.values(page.examples()).flat())

const scalar = fc.constantFrom<JsonValue>(
  ...[null, true, 0, -1, 1.5, 120, 172_801, '', ' ', '120', 'Html', 'html', 1, 2, '+4799999999', '99999999', 'a@b.no'],
  ...['altinn.no', '$recipientName$', 'æøå€', '\ud83c', 'a'.repeat(3_000), '17107447015', '2030-01-01T10:00:00Z'],
)
const replacement: fc.Arbitrary<JsonValue> = fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }), fc.constant({}))

/** A document with the value at one of its places replaced, removed or written under another case of its name. */
function mutate(value: JsonValue, choices: readonly number[], put: JsonValue): JsonValue {
  const [choice = 0, ...rest] = choices
  if (choices.length === 0 || typeof value !== 'object' || value === null) return put
  if (Array.isArray(value)) {
    const list: readonly JsonValue[] = value
    return list.map((item, at) => (at === choice % Math.max(1, list.length) ? mutate(item, rest, put) : item))
  }
  const entries = Object.entries(value)
  const index = choice % Math.max(1, entries.length)
  return Object.fromEntries(
    entries.flatMap(([name, member], at): [string, JsonValue][] => {
      if (at !== index) return [[name, member]]
      if (choice % 7 === 0) return []
      return [[choice % 5 === 0 ? name.toUpperCase() : name, mutate(member, rest, put)]]
    }),
  )
}

/** What may happen to a text between the editor and the edge: indents, and mistakes of writing. */
const writings: readonly ((document: JsonValue) => string)[] = [
  (document) => JSON.stringify(document),
  (document) => JSON.stringify(document, null, 2),
  (document) => `\n${JSON.stringify(document, null, '\t')}\r\n`,
  (document) => JSON.stringify(document).replace(/}$/, ',}'),
  (document) => JSON.stringify(document).slice(0, -1),
  (document) => JSON.stringify(document).replace('{', '{ // why\n'),
  (document) => JSON.stringify(document).replace('{', '{"idempotencyId":"twice",'),
]

/** A request of some kind, right or wrong: as a value, and as a text that may have mistakes of its own. */
export const writtenRequest = fc
  .tuple(
    fc.constantFrom(...examples),
    fc.array(fc.nat(34), { maxLength: 5 }),
    replacement,
    fc.boolean(),
    fc.oneof({ weight: 12, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.nat(writings.length - 1) }),
  )
  .map(([{ document }, choices, put, changed, writing]) => {
    const written = changed && choices.length > 0 ? mutate(document, choices, put) : document
    return { document: written, text: writings[writing]?.(written) ?? '' }
  })
