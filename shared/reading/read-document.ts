import * as z from 'zod'
import { foldName } from '../json/fold-name.ts'
import { isJsonObject } from '../json/value.ts'
import { type FieldNote, fieldNotes, firstNumbers, type ObjectRole, objectRoles, passedOver } from '../schema/field.ts'
import { mostOf } from '../schema/most.ts'
import { takesNull } from '../schema/nullable.ts'
import { recordReader, refuser, textReader } from './bounds.ts'
import { type ReadDocument, textsAmong, UNREAD } from './document.ts'
import { fieldsThatCount } from './ignored-recipients.ts'
import { DOCUMENT_ROOT, pathAt } from './location.ts'
import { viewNotification } from './notification.ts'
import { ReadField } from './read-field.ts'
import { ObjectAt } from './read-object.ts'
import type { Reader, Traversal } from './reader.ts'
import { readEnumName, readQuotedNumber } from './spelling.ts'

type Member = {
  readonly name: string
  readonly read: Reader
  readonly optional: boolean
  /** Whether null means the same as leaving it out. */
  readonly nullable: boolean
  readonly note: FieldNote | undefined
}

const asWritten: Reader = (value) => value

/** Makes the reader of a schema's values. `name` is the name of their member. */
function compile(schema: unknown, name: string): Reader {
  if (schema instanceof z.ZodOptional) return compile(schema.unwrap(), name)
  if (schema instanceof z.ZodObject) return objectReader(schema)
  if (schema instanceof z.ZodArray) return arrayReader(schema, name)
  if (schema instanceof z.ZodString || schema instanceof z.ZodGUID) return textReader(schema, name)
  if (schema instanceof z.ZodRecord) return recordReader(schema, name)
  if (schema instanceof z.ZodEnum) return enumReader(schema)
  if (schema instanceof z.ZodNumber) return readQuotedNumber
  if (schema instanceof z.ZodUnion) return unionReader(schema, name)
  return asWritten
}

/** Of the choices that a schema gives, only a list has to be read. */
function unionReader(schema: z.ZodUnion, name: string): Reader {
  const list = schema.options.find((option) => option instanceof z.ZodArray)
  return list ? arrayReader(list, name) : asWritten
}

const noteOf = (schema: unknown): FieldNote | undefined =>
  schema instanceof z.ZodType ? fieldNotes.get(schema) : undefined

function compileMember(name: string, schema: unknown, within: ObjectRole | undefined): Member {
  const read = compile(schema, name)
  if (!(schema instanceof z.ZodOptional)) return { name, read, optional: false, nullable: false, note: noteOf(schema) }
  // A shared schema, such as an enumeration, carries no role of its own: the optional around it does.
  const note = noteOf(schema) ?? noteOf(schema.unwrap())
  return { name, read, optional: true, nullable: takesNull(name, schema, within), note }
}

/** Whether a written member means the same as leaving it out. */
const isAbsent = ({ optional, nullable, note }: Member, value: unknown): boolean =>
  (nullable && value === null) || (optional && value === '' && note?.emptyIsAbsent === true)

/** Members that tell an editor or a reader something, and the API nothing. */
const ABOUT_THE_DOCUMENT = ['$schema', '$comment', '_comment', '//']

/** The spellings of an object whose members are all spelt as their names. Never changed. */
const AS_NAMED = new Map<string, string>()

/** Whether each member of an object is spelt as its name. */
function isAsNamed(value: Readonly<Record<string, unknown>>, members: ReadonlyMap<string, Member>): boolean {
  for (const written in value) if (members.get(written)?.name !== written) return false
  return true
}

/**
 * Each member as it is spelt the last time: of two spellings the last counts, and nothing is told of the others. A spelling
 * that comes again has kept its first place in `JSON.parse`, so that one after that place counts as later.
 */
function lastSpellings(
  value: Readonly<Record<string, unknown>>,
  memberOf: (written: string) => Member | undefined,
): ReadonlyMap<Member, string> {
  const last = new Map<Member, string>()
  for (const written in value) {
    const member = memberOf(written)
    if (member) last.set(member, written)
  }
  return last
}

function objectReader(schema: z.ZodObject): Reader {
  const members = new Map<string, Member>()
  const role = objectRoles.get(schema)?.role
  for (const [name, inner] of Object.entries(schema.shape)) {
    const member = compileMember(name, inner, role)
    members.set(name, member)
    members.set(name.toLowerCase(), member)
  }
  const memberOf = (written: string): Member | undefined => members.get(written) ?? members.get(foldName(written))
  const known = Object.keys(schema.shape)
  const passed = new Set(
    [...ABOUT_THE_DOCUMENT, ...(passedOver.get(schema)?.names ?? [])].map((name) => name.toLowerCase()),
  )
  return (value, at, traversal) => {
    if (!isJsonObject(value)) return value
    const read: Record<string, unknown> = {}
    const { within } = traversal
    let names: readonly string[] | undefined
    const spellings = isAsNamed(value, members) ? AS_NAMED : new Map<string, string>()
    const last = spellings === AS_NAMED ? undefined : lastSpellings(value, memberOf)
    const beside = { siblings: read, spellings }
    if (role) traversal.within = new ObjectAt(role, at, beside, within)
    for (const written in value) {
      const each = value[written]
      const member = memberOf(written)
      const memberAt = { above: at, step: written }
      if (!member) {
        if (passed.has(foldName(written))) continue
        names ??= Object.keys(value)
        traversal.unknownMembers.push({ path: pathAt(memberAt), name: written, known, beside: names })
        continue
      }
      if ((last && last.get(member) !== written) || isAbsent(member, each)) continue
      if (written !== member.name) spellings.set(member.name, written)
      const meant = member.read(each, memberAt, traversal)
      read[member.name] = meant
      if (member.note && meant !== UNREAD)
        traversal.fields.push(new ReadField(member.note, meant, memberAt, beside, traversal.within))
    }
    if (traversal.within && role) traversal.objects.push(traversal.within)
    traversal.within = within
    return read
  }
}

const NO_SIBLINGS = { siblings: {}, spellings: AS_NAMED }

function arrayReader(schema: z.ZodArray, name: string): Reader {
  const most = mostOf(schema)
  if (most === undefined) throw new Error(`The schema of ${name} has no greatest length`)
  const refuse = refuser(schema, name, 'list', most)
  const element = compile(schema.element, name)
  const note = noteOf(schema.element)
  return (value, at, traversal) => {
    if (!Array.isArray(value)) return value
    if (value.length > most) return refuse(value.length, at, traversal)
    return value.map((item: unknown, index) => {
      const itemAt = { above: at, step: index }
      const meant = element(item, itemAt, traversal)
      if (note && meant !== UNREAD)
        traversal.fields.push(new ReadField(note, meant, itemAt, NO_SIBLINGS, traversal.within))
      return meant
    })
  }
}

function enumReader(schema: z.ZodEnum): Reader {
  const names = schema.options.map(String)
  const longest = names.reduce((most, { length }) => Math.max(most, length), 0)
  const first = firstNumbers.get(schema)?.first ?? 0
  return (value, at, traversal) => {
    if (typeof value === 'string' && names.includes(value)) return value
    if (typeof value === 'string' && value.length > longest) return value
    const name = readEnumName(value, names, first)
    if (name === undefined) return value
    traversal.respellings.push({ path: pathAt(at), written: value, name })
    return name
  }
}

/**
 * Makes a reader of a schema's documents that reads as Altinn does: member names and enumeration names in any case,
 * enumerations also as numbers, numbers also in quotes, unknown members passed over, the last of two equal names.
 *
 * It never refuses: what it does not understand stays as it is, for the schema to judge, and what is too long is left
 * unread, for rules to report. docs/altinn/notifications.md §1.1.
 */
export function createReader(schema: () => z.ZodType): (input: unknown) => ReadDocument {
  let read: Reader | undefined
  return (input) => {
    // Compiled when it is first needed: most processes read only some of the kinds.
    read ??= compile(schema(), 'request')
    const traversal: Traversal = {
      fields: [],
      objects: [],
      respellings: [],
      overlong: [],
      malformed: [],
      unknownMembers: [],
      within: undefined,
    }
    const value = read(input, DOCUMENT_ROOT, traversal)
    const { objects, respellings, overlong, malformed, unknownMembers } = traversal
    const notifications = objects
      .filter(({ role }) => role === 'notification')
      .map((notification) => viewNotification(notification, objects))
    const fields = fieldsThatCount(traversal, notifications)
    return {
      value,
      fields,
      texts: textsAmong(fields),
      objects,
      notifications,
      respellings,
      overlong,
      malformed,
      unknownMembers,
    }
  }
}
