import * as z from 'zod'
import type { ObjectRole } from './field.ts'

/**
 * The members that may be null though they are true or false, a number or a choice. .NET has no null for such a value
 * unless its member says so; texts, lists and objects may be null, unless `neverNull` says otherwise. docs/altinn/notifications.md §1.1.
 */
const NULLABLE_VALUES: Readonly<Partial<Record<ObjectRole, readonly string[]>>> = {
  reminder: ['delayDays'],
  'listed-order': ['ignoreReservation', 'contentType'],
  message: ['ignoreReservation'],
  notification: ['notificationTemplate', 'reminderNotificationChannel', 'reminderEmailContentType'],
}

/** Members that may be null in one of two objects that have no role of their own. */
const marked = new WeakSet<z.ZodOptional>()

/** Says that a member may be null, where the table cannot tell its object from another. */
export function orNull<Schema extends z.ZodOptional>(schema: Schema): Schema {
  marked.add(schema)
  return schema
}

/** Members that may be left out, and not be null: times and lists that .NET's own types always have. */
const never = new WeakSet<z.ZodOptional>()

/** Says that a member that may be left out is never null, though it is a text or a list. docs/altinn/notifications.md §1.1. */
export function neverNull<Schema extends z.ZodOptional>(schema: Schema): Schema {
  never.add(schema)
  return schema
}

const isValue = (schema: unknown): boolean =>
  schema instanceof z.ZodBoolean || schema instanceof z.ZodNumber || schema instanceof z.ZodEnum

/** Whether null means the same as leaving a member out. `within` is the role of the object that has it. */
export const takesNull = (name: string, schema: z.ZodOptional, within: ObjectRole | undefined): boolean =>
  marked.has(schema) ||
  (!isValue(schema.unwrap()) && !never.has(schema)) ||
  (within !== undefined && (NULLABLE_VALUES[within]?.includes(name) ?? false))
