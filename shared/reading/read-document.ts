import * as z from 'zod'
import type { Path } from '../finding.ts'
import { isJsonObject } from '../json/value.ts'
import { fieldNotes, type Role } from '../schema/field.ts'
import type { Field, ReadDocument, Respelling } from './document.ts'
import { readEnumName, readQuotedNumber } from './spelling.ts'

type Notes = { readonly fields: Field[]; readonly respellings: Respelling[] }

/** Turns one written value into the value it means, noting what it meets on the way. */
type Reader = (value: unknown, path: Path, notes: Notes) => unknown

type Member = { readonly name: string; readonly read: Reader; readonly role?: Role; readonly optional: boolean }

const asWritten: Reader = (value) => value

function compile(schema: unknown): Reader {
  if (schema instanceof z.ZodOptional) return compile(schema.unwrap())
  if (schema instanceof z.ZodObject) return objectReader(schema)
  if (schema instanceof z.ZodArray) return arrayReader(schema)
  if (schema instanceof z.ZodEnum) return enumReader(schema)
  if (schema instanceof z.ZodNumber) return readQuotedNumber
  return asWritten
}

function compileMember(name: string, schema: unknown): Member {
  const optional = schema instanceof z.ZodOptional
  const inner = optional ? schema.unwrap() : schema
  const role = inner instanceof z.ZodType ? fieldNotes.get(inner)?.role : undefined
  return { name, read: compile(inner), optional, ...(role && { role }) }
}

function objectReader(schema: z.ZodObject): Reader {
  const members = new Map<string, Member>()
  for (const [name, inner] of Object.entries(schema.shape)) members.set(name.toLowerCase(), compileMember(name, inner))
  return (value, path, notes) => {
    if (!isJsonObject(value)) return value
    const read: Record<string, unknown> = {}
    for (const written of Object.keys(value)) {
      const member = members.get(written.toLowerCase())
      // `null` for an optional member means the same as leaving it out.
      if (!member || (member.optional && value[written] === null)) continue
      const memberPath = [...path, written]
      const meant = member.read(value[written], memberPath, notes)
      read[member.name] = meant
      if (member.role) notes.fields.push({ role: member.role, path: memberPath, value: meant, siblings: read })
    }
    return read
  }
}

function arrayReader(schema: z.ZodArray): Reader {
  const element = compile(schema.element)
  return (value, path, notes) =>
    Array.isArray(value) ? value.map((item: unknown, index) => element(item, [...path, index], notes)) : value
}

function enumReader(schema: z.ZodEnum): Reader {
  const names = schema.options.map(String)
  return (value, path, notes) => {
    const name = readEnumName(value, names)
    if (name === undefined) return value
    if (name !== value) notes.respellings.push({ path, written: value, name })
    return name
  }
}

/**
 * Makes a reader of a schema's documents that reads as Altinn does: member names and enumeration names in any case,
 * enumerations also as numbers, numbers also in quotes, unknown members passed over, the last of two equal names.
 *
 * It never refuses: what it does not understand stays as it is, for the schema to judge. `spec/notifications.md` 1.1.
 */
export function createReader(schema: z.ZodType): (input: unknown) => ReadDocument {
  const read = compile(schema)
  return (input) => {
    const notes: Notes = { fields: [], respellings: [] }
    return { value: read(input, [], notes), ...notes }
  }
}
