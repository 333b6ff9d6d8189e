import type { Finding, JsonValue } from '@straks/shared'

type Path = Finding['path']
type Members = { readonly [name: string]: JsonValue }

/** A document that differs from another in one place, and how. */
export type Variation = { readonly how: string; readonly document: JsonValue }

const isMembers = (value: JsonValue | undefined): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a place may have instead: nearly the same, of another type, or nothing. */
function othersThan(value: JsonValue): readonly JsonValue[] {
  if (typeof value === 'string') {
    const half = value.slice(0, Math.ceil(value.length / 2))
    return ['', '  ', 'x', half, `${value} `, value + value, value.toUpperCase(), value.toLowerCase(), 7, null, [value]]
  }
  if (typeof value === 'number') return [0, -value, value + 1, value * 1_000, 0.5, `${value}`, null]
  if (Array.isArray(value)) return [[], value.slice(1), [...value, ...value], [...value, null], 'x', null]
  return isMembers(value) ? [{}, [], 'x', null] : [true, false, 'x', null]
}

/** A document with another value at a path; with none where it is `undefined`. */
function withValue(document: JsonValue, path: Path, value: JsonValue | undefined): JsonValue {
  const [step, ...rest] = path
  if (step === undefined) return value ?? null
  if (Array.isArray(document)) {
    if (rest.length === 0 && value === undefined) return document.filter((_, index) => index !== step)
    return document.map((one, index) => (index === step ? withValue(one, rest, value) : one))
  }
  if (!isMembers(document)) return document
  const { [String(step)]: present, ...others } = document
  if (rest.length === 0 && value === undefined) return others
  return { ...document, [String(step)]: withValue(present ?? null, rest, value) }
}

/** The value at a path; `undefined` where there is none. */
function valueAt(document: JsonValue, path: Path): JsonValue | undefined {
  let value: JsonValue | undefined = document
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)]
    else if (isMembers(value)) value = value[String(step)]
    else return undefined
  }
  return value
}

const SHOWN = 40
const shown = (value: JsonValue): string => JSON.stringify(value).slice(0, SHOWN)

/** What can be made of a document by a change at a path, and by taking away or emptying what stands beside it. */
export function variationsAt(document: JsonValue, path: Path): readonly Variation[] {
  const value = valueAt(document, path)
  if (value === undefined) return []
  const at = `/${path.join('/')}`
  const here = othersThan(value).map((other) => ({
    how: `${at} = ${shown(other)}`,
    document: withValue(document, path, other),
  }))
  const parent = path.slice(0, -1)
  const around = path.length === 0 ? value : valueAt(document, parent)
  const names = isMembers(around) ? Object.keys(around) : []
  const own = path.at(-1)
  const beside = names.flatMap((name) => {
    const place = [...parent, name]
    return (name === own ? [undefined] : [undefined, '', 'x']).map((other) => ({
      how: `/${place.join('/')} ${other === undefined ? 'left out' : `= ${shown(other)}`}`,
      document: withValue(document, place, other),
    }))
  })
  return [...here, ...beside]
}

/** Two documents in one: where both have a value, the second's, and lists and objects of both together. */
export function crossed(one: JsonValue, other: JsonValue): JsonValue {
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other]
  if (!isMembers(one) || !isMembers(other)) return other
  const both = Object.entries(one).map(([name, value]) => {
    const second = other[name]
    return [name, second === undefined ? value : crossed(value, second)] as const
  })
  return { ...other, ...Object.fromEntries(both) }
}
