import type { Edit, Fix, Path } from './finding.ts'
import { isJsonObject, type JsonValue } from './json/value.ts'

type JsonObject = { readonly [name: string]: JsonValue }

const isObject = (value: JsonValue | undefined): value is JsonObject => isJsonObject(value)

const isList = (value: JsonValue | undefined): value is readonly JsonValue[] => Array.isArray(value)

/** An object with one member changed, its other members in their order. `undefined` takes the member away. */
function withMember(object: JsonObject, name: string, value: JsonValue | undefined): JsonObject {
  const entries = Object.entries(object).filter(([key]) => key !== name || value !== undefined)
  if (value !== undefined && !Object.hasOwn(object, name)) entries.push([name, value])
  return Object.fromEntries(entries.map(([key, old]) => [key, key === name && value !== undefined ? value : old]))
}

const withItem = (list: readonly JsonValue[], index: number, value: JsonValue | undefined): readonly JsonValue[] =>
  value === undefined ? list.toSpliced(index, 1) : list.with(Math.min(index, list.length - 1), value)

/** Changes the value at a path. A path that the document does not have is made, as far as its members go. */
function change(
  value: JsonValue | undefined,
  path: Path,
  to: (old: JsonValue | undefined) => JsonValue | undefined,
): JsonValue | undefined {
  const [step, ...rest] = path
  if (step === undefined) return to(value)
  if (typeof step === 'number') {
    if (!isList(value) || step >= value.length) return value
    return withItem(value, step, change(value[step], rest, to))
  }
  if (value !== undefined && !isObject(value)) return value
  const object = value ?? {}
  const old = Object.hasOwn(object, step) ? object[step] : undefined
  const changed = change(old, rest, to)
  return changed === undefined && old === undefined ? value : withMember(object, step, changed)
}

function rename(value: JsonValue | undefined, path: Path, name: string): JsonValue | undefined {
  const last = path.at(-1)
  return change(value, path.slice(0, -1), (holder) => {
    if (!isObject(holder)) return holder
    return Object.fromEntries(Object.entries(holder).map(([key, member]) => [key === last ? name : key, member]))
  })
}

function applyEdit(document: JsonValue | undefined, edit: Edit): JsonValue | undefined {
  switch (edit.kind) {
    case 'set':
      return change(document, edit.path, () => edit.value)
    case 'remove':
      return change(document, edit.path, () => undefined)
    case 'rename':
      return rename(document, edit.path, edit.name)
  }
}

/** A document with a finding put right: the same edits that an editor makes in its text, made in its value. */
export function applyFix(document: JsonValue, { edits }: Fix): JsonValue {
  return edits.reduce<JsonValue | undefined>(applyEdit, document) ?? null
}
