import { fail, limits, ok, type Result } from '@straks/shared'
import type { Failure } from '../../domain/failure.ts'
import { formValue } from './form-value.ts'

/** Lists that a form may also write by repeating their name, with empty brackets behind it or without. */
const LISTS = new Set(['recipients', 'existingattachments'])

/** UTF-16 units of a key: many times the longest path that a member has. */
const KEY_MAX_UNITS = 1_024

/** A bracket ends at the next one, whichever it is, so that a key of nothing but brackets is read once. */
const STEP = /([^.[\]]+)|\[([^[\]]*)\]/g

/** Its members are free names, so their case counts. */
const FREE_NAMES = 'propertylist'

/** A member as the form first spelt it. */
type Entry = { readonly name: string; value: Branch | string | boolean }

/** Members by their names in lower case: two spellings of a member are one. */
type Branch = Map<string, Entry>

/** The name of the parameter that Altinn's server reads a form into: clients may put it before each key. */
const PREFIX = 'request'

/**
 * The steps of a key: `correspondence.content.messageTitle`, `recipients[0]`, with or without the prefix.
 * docs/altinn/correspondence.md §1.2.
 */
function stepsOf(key: string): readonly string[] {
  const steps = [...key.matchAll(STEP)].map(([, name, index]) => name ?? index ?? '')
  return steps.length > 1 && steps[0]?.toLowerCase() === PREFIX ? steps.slice(1) : steps
}

const IS_INDEX = /^\d{1,6}$/

/** Properties, of which a form may also write each as `[0].Key` and `[0].Value`. */
function toProperties(properties: Branch): unknown {
  const pairs = [...properties.values()].map(({ value }) => {
    const [key, written] = value instanceof Map ? [value.get('key')?.value, value.get('value')?.value ?? ''] : []
    return typeof key === 'string' ? ([key, written] as const) : undefined
  })
  const all = pairs.flatMap((pair) => (pair ? [pair] : []))
  return all.length === pairs.length ? Object.fromEntries(all) : toMembers(properties)
}

const toMembers = (branch: Branch) =>
  Object.fromEntries([...branch.values()].map((entry) => [entry.name, toValue(entry)]))

function toValue({ name: member, value }: Entry): unknown {
  if (!(value instanceof Map)) return value
  if (member.toLowerCase() === FREE_NAMES) return toProperties(value)
  const entries = [...value.values()].map((entry) => [entry.name, toValue(entry)] as const)
  if (entries.length === 0 || !entries.every(([name]) => IS_INDEX.test(name))) return Object.fromEntries(entries)
  return entries.sort(([one], [other]) => Number(one) - Number(other)).map(([, child]) => child)
}

/** The member of a branch, made where there is none. */
function entryOf(branch: Branch, name: string, isFree: boolean): Entry {
  const key = isFree ? name : name.toLowerCase()
  const known = branch.get(key)
  if (known) return known
  const fresh: Entry = { name, value: '' }
  branch.set(key, fresh)
  return fresh
}

function branchOf(branch: Branch, name: string, isFree = false): Branch {
  const entry = entryOf(branch, name, isFree)
  if (!(entry.value instanceof Map)) entry.value = new Map()
  return entry.value
}

function put(root: Branch, steps: readonly string[], value: string | boolean): void {
  let branch = root
  let isFree = false
  for (const step of steps.slice(0, -1)) {
    branch = branchOf(branch, step, isFree)
    isFree = step.toLowerCase() === FREE_NAMES
  }
  const entry = entryOf(branch, steps.at(-1) ?? '', isFree)
  if (entry.value === '') entry.value = value
}

/** A value as JSON would have it. Under a free name it is a text, whatever the name. */
function read(steps: readonly string[], written: string): string | boolean {
  if (steps.some((step) => step.toLowerCase() === FREE_NAMES)) return written
  return formValue(steps.findLast((step) => step !== '' && !IS_INDEX.test(step)) ?? '', written)
}

/**
 * A form as the JSON document that it stands for, so that one judge judges both. A field of nothing but spaces is left
 * out, and the first of two for one member counts, as at Altinn; of a file only its name is kept.
 * docs/altinn/correspondence.md §1.2.
 */
export function formDocument(
  form: Iterable<readonly [string, string | { readonly name: string }]>,
): Result<unknown, Failure> {
  const root: Branch = new Map()
  const fileNames: string[] = []
  let repeated = 0
  for (const [key, value] of form) {
    if (typeof value !== 'string') {
      fileNames.push(value.name)
      continue
    }
    if (key.length > KEY_MAX_UNITS) return fail({ reason: 'body-not-form', why: 'key' })
    const steps = stepsOf(key)
    const member = steps.at(-1)
    if (member === undefined || value.trim() === '') continue
    if (steps.length > limits.JSON_MAX_DEPTH) return fail({ reason: 'body-not-json', why: 'depth' })
    const [list = '', ...behind] = steps
    const isList = LISTS.has(list.toLowerCase()) && (behind.length === 0 || (behind.length === 1 && member === ''))
    put(root, isList ? [list, String(repeated++)] : steps, read(steps, value))
  }
  addFiles(root, fileNames)
  return ok(toMembers(root))
}

/** Adds the names of a form's files, unless it describes its attachments itself. */
function addFiles(root: Branch, fileNames: readonly string[]): void {
  if (fileNames.length === 0) return
  const content = branchOf(branchOf(root, 'correspondence'), 'content')
  if (content.has('attachments')) return
  const attachments = branchOf(content, 'attachments')
  for (const [index, fileName] of fileNames.entries()) put(branchOf(attachments, String(index)), ['fileName'], fileName)
}
