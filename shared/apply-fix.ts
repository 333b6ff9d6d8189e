import type { Edit, Path, Repair } from './finding.ts'
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

/** Changes the list or object that contains the target of a path. */
function changeHolder(
  value: JsonValue | undefined,
  path: Path,
  to: (holder: JsonValue, last: string | number) => JsonValue,
): JsonValue | undefined {
  const last = path.at(-1)
  if (last === undefined) return value
  return change(value, path.slice(0, -1), (holder) => (holder === undefined ? holder : to(holder, last)))
}

/** Gives a member another name, and may give it another value; one that has the name already gives way. */
const renameIn = (
  document: JsonValue | undefined,
  path: Path,
  name: string,
  to: (member: JsonValue) => JsonValue,
): JsonValue | undefined =>
  changeHolder(document, path, (object, last) => {
    if (!isObject(object) || typeof last !== 'string' || !Object.hasOwn(object, last)) return object
    const folded = name.toLowerCase()
    const entries = Object.entries(object).filter(([key]) => key === last || key.toLowerCase() !== folded)
    return Object.fromEntries(entries.map(([key, member]) => (key === last ? [name, to(member)] : [key, member])))
  })

function valueAt(value: JsonValue | undefined, path: Path): JsonValue | undefined {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (typeof step === 'number') return isList(value) ? valueAt(value[step], rest) : undefined
  return isObject(value) && Object.hasOwn(value, step) ? valueAt(value[step], rest) : undefined
}

function applyEdit(document: JsonValue | undefined, edit: Edit): JsonValue | undefined {
  switch (edit.kind) {
    case 'set':
      return change(document, edit.path, () => edit.value)
    case 'remove':
      return change(document, edit.path, () => undefined)
    case 'insert':
      return changeHolder(document, edit.path, (list, index) =>
        isList(list) && typeof index === 'number' ? list.toSpliced(index, 0, edit.value) : list,
      )
    case 'rename':
      return renameIn(document, edit.path, edit.name, (member) => member)
    case 'hoist': {
      const value = valueAt(document, edit.from)
      if (value === undefined) return document
      return renameIn(document, edit.path, edit.name, () => (edit.wrapped ? [value] : value))
    }
    case 'replace':
      return change(document, edit.path, (text) =>
        typeof text === 'string' ? text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end) : text,
      )
  }
}

/** What must be done before what, so that every edit finds its place as the document had it before any of them. */
const ORDER = ['replace', 'set', 'insert', 'remove', 'hoist', 'rename'] as const satisfies readonly Edit['kind'][]

const placeOf = (edit: Edit): number => {
  const last = edit.path.at(-1)
  return edit.kind === 'replace' ? edit.span.start : typeof last === 'number' ? last : 0
}

/**
 * The edits of a repair in the order in which they can be made one after another: of what is added to a list or taken
 * from it the last first, as it moves what comes after it.
 */
export function inOrder(edits: readonly Edit[]): readonly Edit[] {
  const numbered = edits.map((edit, number) => ({ edit, number: edit.kind === 'insert' ? -number : number }))
  numbered.sort(
    (one, other) =>
      ORDER.indexOf(one.edit.kind) - ORDER.indexOf(other.edit.kind) ||
      placeOf(other.edit) - placeOf(one.edit) ||
      one.number - other.number,
  )
  return numbered.map(({ edit }) => edit)
}

/** A path as the document spells it: an empty member may be written in any letter case. */
function spelt(document: JsonValue, path: Path): Path {
  let value: JsonValue | undefined = document
  return path.map((step) => {
    if (typeof step === 'number') {
      value = isList(value) ? value[step] : undefined
      return step
    }
    const object: JsonObject = isObject(value) ? value : {}
    const folded = step.toLowerCase()
    const written = Object.hasOwn(object, step)
      ? step
      : Object.keys(object).findLast((name) => name.toLowerCase() === folded)
    value = written === undefined ? undefined : object[written]
    return written ?? step
  })
}

const asSpelt = (document: JsonValue, edit: Edit): Edit => ({
  ...edit,
  path: spelt(document, edit.path),
  ...(edit.kind === 'hoist' && { from: spelt(document, edit.from) }),
})

/** A document with a finding put right: the same edits that an editor makes in its text, made in its value. */
export function applyFix(document: JsonValue, { edits }: Pick<Repair, 'edits'>): JsonValue {
  const inDocument = edits.map((edit) => asSpelt(document, edit))
  return inOrder(inDocument).reduce<JsonValue | undefined>(applyEdit, document) ?? null
}
