import * as z from 'zod'
import type { ObjectRole } from './field.ts'

/**
 * The members that may be null though they are true or false, a number or a choice. .NET has no null for such a value
 * unless its member says so; texts, lists and objects may always be null. docs/altinn/notifications.md §1.1.
 */
const NULLABLE_VALUES: Readonly<Partial<Record<ObjectRole, readonly string[]>>> = {
  reminder: ['delayDays'],
  'listed-order': ['ignoreReservation', 'contentType'],
  message: ['ignoreReservation'],
  notification: ['notificationTemplate', 'reminderNotificationChannel', 'reminderEmailContentType'],
}

const isValue = (schema: unknown): boolean =>
  schema instanceof z.ZodBoolean || schema instanceof z.ZodNumber || schema instanceof z.ZodEnum

/** Whether null means the same as leaving a member out. `within` is the role of the object that has it. */
export const takesNull = (name: string, schema: z.ZodOptional, within: ObjectRole | undefined): boolean =>
  !isValue(schema.unwrap()) || (within !== undefined && (NULLABLE_VALUES[within]?.includes(name) ?? false))
