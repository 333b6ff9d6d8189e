import * as z from 'zod'

/** What a value of a request is for. Rules look for roles, so they need not know where a document keeps them. */
export type Role =
  | 'idempotency-id'
  | 'senders-reference'
  | 'phone-number'
  | 'email-address'
  | 'sender-email-address'
  | 'organization-number'
  | 'national-identity-number'
  | 'external-identity'
  | 'message-recipient'
  | 'message-recipients'
  | 'time-to-live'
  | 'requested-send-time'
  | 'condition-endpoint'
  | 'resource-action'
  | 'language-code'
  | 'sms-sender'
  | 'sms-body'
  | 'email-subject'
  | 'email-body'

/** What an object of a request is for, where a rule has to see its members together. */
export type ObjectRole =
  | 'instant-recipient'
  | 'order-recipient'
  | 'recipient-email'
  | 'recipient-sms'
  | 'recipient-party'
  | 'listed-order'
  | 'listed-recipient'
  | 'reminder'
  | 'message'
  | 'message-content'
  | 'message-request'
  | 'reply-option'
  | 'external-reference'
  | 'attachment'
  | 'notification'
  | 'custom-recipient'
  | 'deprecated-custom-recipient'
  | 'overriding-custom-recipient'

/** The roles whose values are texts that a recipient reads. */
export type TextRole = Extract<Role, 'sms-body' | 'email-subject' | 'email-body'>

/** What is known of a field beyond its type. */
export type FieldNote = {
  readonly role: Role
  /** Which members beside an e-mail body may tell how it is written: the first that is there does. */
  readonly contentTypeIn?: readonly string[]
  /** An empty text means the same as leaving the member out. */
  readonly emptyIsAbsent?: true
}

/** Which schema plays which role. Kept beside the schemas themselves: `field(z.string(), 'sms-body')`. */
export const fieldNotes = z.registry<FieldNote>()

/** Which object schema plays which role. */
export const objectRoles = z.registry<{ readonly role: ObjectRole }>()

/** The number of an enumeration's first name, where it is not 0. */
export const firstNumbers = z.registry<{ readonly first: number }>()

/** Members that Altinn accepts in an object and Straks ignores: known, and without effect. */
export const passedOver = z.registry<{ readonly names: readonly string[] }>()

/** Marks a schema with its role. Each call needs a schema of its own: a shared one would share the role. */
export function field<Schema extends z.ZodType>(
  schema: Schema,
  role: Role,
  more: Omit<FieldNote, 'role'> = {},
): Schema {
  fieldNotes.add(schema, { role, ...more })
  return schema
}

/** Says which members Altinn accepts in an object in addition to those that Straks reads. */
function passesOver<Schema extends z.ZodObject>(schema: Schema, names: readonly string[]): Schema {
  passedOver.add(schema, { names })
  return schema
}

/** Marks an object schema with its role, as `field` does with a value's, and with the members that it passes over. */
export function part<Schema extends z.ZodObject>(
  schema: Schema,
  role: ObjectRole,
  passed: readonly string[] = [],
): Schema {
  objectRoles.add(schema, { role })
  return passesOver(schema, passed)
}

/** An enumeration whose names count from a number other than 0 when they are written as numbers. */
export function numberedFrom<Schema extends z.ZodEnum>(first: number, schema: Schema): Schema {
  firstNumbers.add(schema, { first })
  return schema
}
