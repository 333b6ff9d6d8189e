import * as z from 'zod'
import { isJsonObject } from '../json/value.ts'
import { fieldNotes } from '../schema/field.ts'
import { mostMembersOf, mostOf } from '../schema/most.ts'
import { type Overlong, UNREAD } from './document.ts'
import { type Location, pathAt } from './location.ts'
import type { Reader, Traversal } from './reader.ts'

/** Notes that a value is too long, and gives what stands for it. */
type Refuse = (size: number, at: Location, traversal: Traversal) => typeof UNREAD

/** Makes the refusal of values of a schema: those with more units, items or members than `most`. */
export function refuser(schema: z.ZodType, name: string, kind: Overlong['kind'], most: number): Refuse {
  const role = fieldNotes.get(schema)?.role
  return (size, at, traversal) => {
    traversal.overlong.push({ path: pathAt(at), name, kind, size, most, role, within: traversal.within?.role })
    return UNREAD
  }
}

/** Reads a text, if it is as short as its schema says, and notes where it is none in any encoding. */
export function textReader(schema: z.ZodType, name: string): Reader {
  const most = mostOf(schema)
  if (most === undefined) throw new Error(`The schema of ${name} has no greatest length`)
  const refuse = refuser(schema, name, 'text', most)
  return (value, at, traversal) => {
    if (typeof value !== 'string') return value
    if (value.length > most) return refuse(value.length, at, traversal)
    if (!value.isWellFormed()) traversal.malformed.push({ path: pathAt(at), name, value })
    return value
  }
}

/** Reads an object whose members a caller names: no more of them, nor longer, than the schema says. */
export function recordReader(schema: z.ZodRecord, name: string): Reader {
  const mostMembers = mostMembersOf(schema)
  const { keyType, valueType } = schema
  if (mostMembers === undefined || !(keyType instanceof z.ZodString) || !(valueType instanceof z.ZodString))
    throw new Error(`The schema of ${name} says not what its members may be`)
  const mostOfName = mostOf(keyType) ?? 0
  const refuse = refuser(schema, name, 'members', mostMembers)
  const refuseName = refuser(keyType, name, 'member-name', mostOfName)
  const read = textReader(valueType, name)
  return (value, at, traversal) => {
    if (!isJsonObject(value)) return value
    const members = Object.entries(value)
    if (members.length > mostMembers) return refuse(members.length, at, traversal)
    const known: [string, unknown][] = []
    for (const [member, written] of members) {
      const memberAt = { above: at, step: member }
      if (!member.isWellFormed()) traversal.malformed.push({ path: pathAt(at), name, value: undefined })
      if (member.length > mostOfName) refuseName(member.length, memberAt, traversal)
      else known.push([member, read(written, memberAt, traversal)])
    }
    return Object.fromEntries(known)
  }
}
