import { fail, limits, ok, type Result } from '@straks/shared'
import type { Failure } from '../../failure.ts'

/** Members that a form can only write as text, and that are no texts. `spec/correspondence.md` 1.2. */
const FLAGS = new Set([
  'sendreminder',
  'overrideregisteredcontactinformation',
  'ignorereservation',
  'isconfirmationneeded',
  'isconfidential',
  'isencrypted',
])

/** Lists that a form may also write by repeating their name. */
const LISTS = new Set(['recipients', 'existingattachments'])

const STEP = /([^.[\]]+)|\[([^\]]*)\]/g

type Branch = Map<string, Branch | string | boolean>

/** The steps of a key: `correspondence.content.messageTitle`, `recipients[0]`. */
const stepsOf = (key: string): readonly string[] =>
  [...key.matchAll(STEP)].map(([, name, index]) => name ?? index ?? '')

const IS_INDEX = /^\d{1,6}$/

function toValue(node: Branch | string | boolean): unknown {
  if (!(node instanceof Map)) return node
  const entries = [...node].map(([name, child]) => [name, toValue(child)] as const)
  if (entries.length === 0 || !entries.every(([name]) => IS_INDEX.test(name))) return Object.fromEntries(entries)
  return entries.sort(([one], [other]) => Number(one) - Number(other)).map(([, value]) => value)
}

function put(root: Branch, steps: readonly string[], value: string | boolean): void {
  let branch = root
  for (const step of steps.slice(0, -1)) {
    const next = branch.get(step)
    if (next instanceof Map) branch = next
    else {
      const fresh: Branch = new Map()
      branch.set(step, fresh)
      branch = fresh
    }
  }
  branch.set(steps.at(-1) ?? '', value)
}

const BOOLEANS: Readonly<Record<string, boolean>> = { true: true, false: false }

const read = (member: string, written: string): string | boolean =>
  (FLAGS.has(member.toLowerCase()) ? BOOLEANS[written.toLowerCase()] : undefined) ?? written

/**
 * A form as the JSON document that it stands for, so that one judge judges both. An empty field is left out, as Altinn
 * leaves it out; of a file only its name is kept. `spec/correspondence.md` 1.2.
 */
export function formDocument(form: Iterable<readonly [string, string | File]>): Result<unknown, Failure> {
  const root: Branch = new Map()
  const fileNames: string[] = []
  let repeated = 0
  for (const [key, value] of form) {
    if (typeof value !== 'string') {
      fileNames.push(value.name)
      continue
    }
    const steps = stepsOf(key)
    const member = steps.at(-1)
    if (member === undefined || value === '') continue
    if (steps.length > limits.JSON_MAX_DEPTH) return fail({ reason: 'body-not-json', why: 'depth' })
    const isList = steps.length === 1 && LISTS.has(member.toLowerCase())
    put(root, isList ? [member, String(repeated++)] : steps, read(member, value))
  }
  return ok(withFiles(toValue(root), fileNames))
}

/** A form's document with the names of its files, unless it describes its attachments itself. */
function withFiles(document: unknown, fileNames: readonly string[]): unknown {
  if (fileNames.length === 0) return document
  const { correspondence, ...rest } = Object(document)
  const { content, ...members } = Object(correspondence)
  const attachments = fileNames.map((fileName) => ({ fileName }))
  return { ...rest, correspondence: { ...members, content: { attachments, ...Object(content) } } }
}
