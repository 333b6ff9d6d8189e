import { entriesOf, type Json, listOf, member, resolve, textOf } from './json.ts'

/** One member of a request, its path spelt out. */
type Member = { readonly path: string; readonly kind: string; readonly meaning: string }

const isOneOfSeveral = (schema: Json): boolean => listOf(member(schema, 'anyOf')).length > 0

/** What kind of value a member takes, in a word or two. */
function kindOf(document: Json, schema: Json): string {
  if (textOf(member(schema, 'type')) === 'array')
    return `list of ${kindOf(document, resolve(document, member(schema, 'items')))}s`
  return isOneOfSeveral(schema) ? 'several kinds' : textOf(member(schema, 'type'))
}

/**
 * Every member of a request, depth first. Members of a list have `[]` in their path. What has been told once under another
 * path is not told again, but named.
 */
export function* membersOf(
  document: Json,
  schema: Json,
  path = '',
  told = new Map<string, string>(),
): Generator<Member> {
  const { properties, required } = Object(schema)
  for (const [name, property] of entriesOf(properties)) {
    const inner = resolve(document, property)
    const whole = path === '' ? name : `${path}.${name}`
    const must = listOf(required).includes(name) ? 'required' : 'optional'
    const items = resolve(document, member(inner, 'items'))
    const [parent, place] = items === undefined ? [inner, whole] : [items, `${whole}[]`]
    const key = JSON.stringify(member(parent, 'properties') ?? null)
    const before = key === 'null' ? undefined : told.get(key)
    const meaning = textOf(member(inner, 'description'))
    const asBefore = before === undefined ? '' : ` Its members are those of \`${before}\`.`
    yield { path: whole, kind: `${kindOf(document, inner)}, ${must}`, meaning: meaning + asBefore }
    if (before !== undefined) continue
    if (key !== 'null') told.set(key, place)
    yield* membersOf(document, parent, place, told)
  }
}
