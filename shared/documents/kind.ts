import type * as z from 'zod'
import type { ReadDocument } from '../reading/document.ts'
import { createReader } from '../reading/read-document.ts'
import type { Role } from '../schema/field.ts'

/** How a message is ordered. What a link or a keyword means differs between them. */
export type Purpose = 'instant'

/** A kind of request that the judge knows. */
export type DocumentKind<Schema extends z.ZodType = z.ZodType> = {
  readonly name: string
  readonly purpose: Purpose
  readonly schema: Schema
  /** Reads a parsed JSON value as Altinn would. Never refuses. */
  readonly read: (input: unknown) => ReadDocument
}

/** Declares a kind of request. */
export const defineKind = <Schema extends z.ZodType>(
  name: string,
  purpose: Purpose,
  schema: Schema,
): DocumentKind<Schema> => ({ name, purpose, schema, read: createReader(schema) })

/** The roles whose values are texts that a recipient reads. */
export const TEXT_ROLES: ReadonlySet<Role> = new Set(['sms-body', 'email-subject', 'email-body'])
