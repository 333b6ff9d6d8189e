import * as z from 'zod'

/** What a value of a request is for. Rules look for roles, so they need not know where a document keeps them. */
export type Role =
  | 'idempotency-id'
  | 'senders-reference'
  | 'phone-number'
  | 'email-address'
  | 'sender-email-address'
  | 'time-to-live'
  | 'sms-sender'
  | 'sms-body'
  | 'email-subject'
  | 'email-body'

/** What is known of a field beyond its type. */
export type FieldNote = { readonly role: Role }

/** Which schema plays which role. Kept beside the schemas themselves: `field(z.string(), 'sms-body')`. */
export const fieldNotes = z.registry<FieldNote>()

/** Marks a schema with its role. Each call needs a schema of its own: a shared one would share the role. */
export function field<Schema extends z.ZodType>(schema: Schema, role: Role): Schema {
  fieldNotes.add(schema, { role })
  return schema
}
