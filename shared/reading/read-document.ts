import * as z from 'zod'
import { isJsonObject } from '../json/value.ts'
import { type FieldNote, fieldNotes, firstNumbers, objectRoles } from '../schema/field.ts'
import { type Field, type ReadDocument, type ReadObject, type Respelling, textsAmong } from './document.ts'
import { viewNotification } from './notification.ts'
import { type Foothold, pathAt, ReadField, ROOT } from './read-field.ts'
import { readEnumName, readQuotedNumber } from './spelling.ts'

/** What is met on the way through a document, and which object with a role it is met in. */
type Journey = {
  readonly fields: Field[]
  readonly objects: ReadObject[]
  readonly respellings: Respelling[]
  within: ReadObject | undefined
}

/** Turns one written value into the value it means, noting what it meets on the way. */
type Reader = (value: unknown, at: Foothold, journey: Journey) => unknown

type Member = {
  readonly name: string
  readonly read: Reader
  readonly optional: boolean
  readonly note: FieldNote | undefined
}

const asWritten: Reader = (value) => value

function compile(schema: unknown): Reader {
  if (schema instanceof z.ZodOptional) return compile(schema.unwrap())
  if (schema instanceof z.ZodObject) return objectReader(schema)
  if (schema instanceof z.ZodArray) return arrayReader(schema)
  if (schema instanceof z.ZodEnum) return enumReader(schema)
  if (schema instanceof z.ZodNumber) return readQuotedNumber
  return asWritten
}

const noteOf = (schema: unknown): FieldNote | undefined =>
  schema instanceof z.ZodType ? fieldNotes.get(schema) : undefined

function compileMember(name: string, schema: unknown): Member {
  if (!(schema instanceof z.ZodOptional)) return { name, read: compile(schema), optional: false, note: noteOf(schema) }
  // A shared schema, such as an enumeration, carries no role of its own: the optional around it does.
  return { name, read: compile(schema), optional: true, note: noteOf(schema) ?? noteOf(schema.unwrap()) }
}

/** Whether a written member means the same as leaving it out. */
const isAbsent = ({ optional, note }: Member, value: unknown): boolean =>
  optional && (value === null || (value === '' && note?.emptyIsAbsent === true))

/** The spellings of an object whose members are all spelt as their names. Never changed. */
const AS_NAMED = new Map<string, string>()

function objectReader(schema: z.ZodObject): Reader {
  const members = new Map<string, Member>()
  for (const [name, inner] of Object.entries(schema.shape)) {
    const member = compileMember(name, inner)
    members.set(name, member)
    members.set(name.toLowerCase(), member)
  }
  const role = objectRoles.get(schema)?.role
  return (value, at, journey) => {
    if (!isJsonObject(value)) return value
    const path = pathAt(at)
    const read: Record<string, unknown> = {}
    const { within } = journey
    const names = Object.keys(value)
    const spellings = names.every((name) => members.get(name)?.name === name) ? AS_NAMED : new Map<string, string>()
    if (role) journey.within = { role, path, members: read, spellings, within }
    const beside = { siblings: read, spellings }
    for (const written of names) {
      const member = members.get(written) ?? members.get(written.toLowerCase())
      if (!member || isAbsent(member, value[written])) continue
      if (written !== member.name) spellings.set(member.name, written)
      const memberAt = { above: path, step: written }
      const meant = member.read(value[written], memberAt, journey)
      read[member.name] = meant
      if (member.note) journey.fields.push(new ReadField(member.note, meant, memberAt, beside, journey.within))
    }
    if (journey.within && role) journey.objects.push(journey.within)
    journey.within = within
    return read
  }
}

const NO_SIBLINGS = { siblings: {}, spellings: AS_NAMED }

function arrayReader(schema: z.ZodArray): Reader {
  const element = compile(schema.element)
  const note = noteOf(schema.element)
  return (value, at, journey) => {
    if (!Array.isArray(value)) return value
    const path = pathAt(at)
    return value.map((item: unknown, index) => {
      const itemAt = { above: path, step: index }
      const meant = element(item, itemAt, journey)
      if (note) journey.fields.push(new ReadField(note, meant, itemAt, NO_SIBLINGS, journey.within))
      return meant
    })
  }
}

function enumReader(schema: z.ZodEnum): Reader {
  const names = schema.options.map(String)
  const first = firstNumbers.get(schema)?.first ?? 0
  return (value, at, journey) => {
    if (typeof value === 'string' && names.includes(value)) return value
    const name = readEnumName(value, names, first)
    if (name === undefined) return value
    journey.respellings.push({ path: pathAt(at), written: value, name })
    return name
  }
}

/**
 * Makes a reader of a schema's documents that reads as Altinn does: member names and enumeration names in any case,
 * enumerations also as numbers, numbers also in quotes, unknown members passed over, the last of two equal names.
 *
 * It never refuses: what it does not understand stays as it is, for the schema to judge. `spec/notifications.md` 1.1.
 */
export function createReader(schema: () => z.ZodType): (input: unknown) => ReadDocument {
  let read: Reader | undefined
  return (input) => {
    // Compiled when it is first needed: most processes read only some of the kinds.
    read ??= compile(schema())
    const journey: Journey = { fields: [], objects: [], respellings: [], within: undefined }
    const value = read(input, ROOT, journey)
    const { fields, objects, respellings } = journey
    const notifications = objects
      .filter(({ role }) => role === 'notification')
      .map((notification) => viewNotification(notification, objects))
    return { value, fields, texts: textsAmong(fields), objects, notifications, respellings }
  }
}
