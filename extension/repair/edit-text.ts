import { type Edit, inOrder, type JsonValue, type Path } from '@straks/shared'
import type { Node } from 'jsonc-parser'
import { joinEdits, type TextEdit } from '../document/text-edit.ts'
import { type Located, locateLoosely } from '../document/tree.ts'
import { commentsIn, indentOf } from './blank.ts'
import { changeString, replaceInString } from './change-string.ts'
import { hoistValue } from './hoist-value.ts'
import { insertChild } from './insert-child.ts'
import { type ParsedText, parseText } from './parsed-text.ts'
import { PieceTable } from './piece-table.ts'
import { keptComments, removeChild } from './remove-child.ts'
import { styleOf, writeValue } from './write-value.ts'

/** Edits of a text, or `undefined` where it has no place for them. */
type Made = readonly TextEdit[] | undefined

type Replacement = Extract<Edit, { kind: 'replace' }>

/** One thing to be done to a text: an edit, or the replacements in one of its strings, which are made together. */
type Step = Exclude<Edit, Replacement> | { readonly kind: 'replace'; readonly path: Path; readonly all: Replacement[] }

function stepsOf(edits: readonly Edit[]): readonly Step[] {
  const steps: Step[] = []
  const strings = new Map<string, Replacement[]>()
  for (const edit of inOrder(edits)) {
    if (edit.kind !== 'replace') {
      steps.push(edit)
      continue
    }
    const place = JSON.stringify(edit.path)
    const all = strings.get(place)
    if (all) all.push(edit)
    else {
      strings.set(place, [edit])
      steps.push({ kind: 'replace', path: edit.path, all: strings.get(place) ?? [] })
    }
  }
  return steps
}

const nameOf = (property: Node): string => String(property.children?.[0]?.value ?? '').toLowerCase()

/** The members of an object that have a name in any letter case, but for one. */
const namesakes = (object: Node, name: string, but: Node | undefined): readonly number[] =>
  (object.children ?? []).flatMap((property, index) =>
    property !== but && nameOf(property) === name.toLowerCase() ? [index] : [],
  )

/** Names and values one inside the other: what a path lacks, down to a value. */
const nested = (steps: Path, value: JsonValue): JsonValue =>
  steps.reduceRight<JsonValue>((inner, step) => ({ [step]: inner }), value)

function addMember(text: string, object: Node, [name, ...rest]: Path, value: JsonValue): Made {
  if (object.type !== 'object' || typeof name !== 'string' || rest.some((step) => typeof step === 'number'))
    return undefined
  const children = object.children ?? []
  const style = styleOf(text, object)
  const outer = indentOf(text, (children.at(-1) ?? object).offset)
  const written = `${JSON.stringify(name)}:${style.afterColon}${writeValue(nested(rest, value), style, outer)}`
  return insertChild(text, object, children.length, written)
}

const isContainer = (value: JsonValue): boolean => typeof value === 'object' && value !== null

function setValue(text: string, node: Node, value: JsonValue): Made {
  if (node.type === 'string' && typeof value === 'string') return changeString(text, node, value)
  const [start, end] = [node.offset, node.offset + node.length]
  if (!node.children && !isContainer(value)) return [{ start, end, text: JSON.stringify(value) }]
  const kept = keptComments(text, commentsIn(text, start, end), start, start)
  const written = writeValue(value, styleOf(text, node.parent ?? node), indentOf(text, start))
  return [{ start, end, text: kept === '' || /\s$/.test(kept) ? kept + written : `${kept} ${written}` }]
}

function insertElement(text: string, tree: Node, path: Path, value: JsonValue): Made {
  const index = path.at(-1)
  const { found, whole } = locateLoosely(tree, path.slice(0, -1))
  const list = found.value
  const elements = list.children ?? []
  if (!whole || list.type !== 'array' || typeof index !== 'number' || index > elements.length) return undefined
  const neighbour = elements[Math.max(0, index - 1)] ?? list
  return insertChild(text, list, index, writeValue(value, styleOf(text, neighbour), indentOf(text, neighbour.offset)))
}

/** What is taken away from two members of one name would leave the other. */
function remove(text: string, { key, value }: Located, last: string | number | undefined): Made {
  const child = key?.parent ?? value
  const container = child.parent
  if (!container || (key && namesakes(container, String(key.value), child).length > 0)) return undefined
  return removeChild(text, container, typeof last === 'number' ? last : (container.children?.indexOf(child) ?? -1))
}

function rename(text: string, { key }: Located, name: string): Made {
  const object = key?.parent?.parent
  if (!key || !object || namesakes(object, name, key.parent).length > 0) return undefined
  return changeString(text, key, name)
}

function hoist(text: string, tree: Node, { key, value }: Located, edit: Extract<Edit, { kind: 'hoist' }>): Made {
  const object = key?.parent?.parent
  const inner = locateLoosely(tree, edit.from)
  if (!key || !object || !inner.whole || namesakes(object, String(key.value), key.parent).length > 0) return undefined
  const [empty, ...others] = namesakes(object, edit.name, key.parent)
  if (others.length > 0) return undefined
  const hoisted = hoistValue(text, { key, value }, inner.found.value, {
    name: edit.name,
    wrapped: edit.wrapped === true,
  })
  return empty === undefined ? hoisted : [...removeChild(text, object, empty), ...hoisted]
}

function make({ text, tree }: ParsedText, step: Step): Made {
  if (!tree) return undefined
  if (step.kind === 'insert') return insertElement(text, tree, step.path, step.value)
  const { found, whole, depth } = locateLoosely(tree, step.path)
  if (!whole) return step.kind === 'set' ? addMember(text, found.value, step.path.slice(depth), step.value) : undefined
  switch (step.kind) {
    case 'set':
      return setValue(text, found.value, step.value)
    case 'replace':
      return found.value.type === 'string'
        ? replaceInString(
            text,
            found.value,
            step.all.map(({ span, text: words }) => ({ ...span, text: words })),
          )
        : undefined
    case 'remove':
      return remove(text, found, step.path.at(-1))
    case 'rename':
      return rename(text, found, step.name)
    case 'hoist':
      return hoist(text, tree, found, step)
  }
}

/**
 * The edits of a request's text that make changes of its values, as small as they can be and laid out as the text is,
 * in order and apart; `undefined` where they cannot be made, or change nothing.
 */
export function editText(parsed: ParsedText, edits: readonly Edit[]): Made {
  const table = new PieceTable(parsed.text)
  for (const step of stepsOf(edits)) {
    const { text } = table
    const made = make(text === parsed.text ? parsed : parseText(text), step)
    const joined = made && joinEdits(text, made)
    if (!joined) return undefined
    table.apply(joined)
  }
  const made = table.edits()
  return made.length > 0 ? made : undefined
}
