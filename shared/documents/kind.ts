import type * as z from 'zod'
import type { ReadDocument } from '../reading/document.ts'
import { createReader } from '../reading/read-document.ts'

/** How a message is ordered. What a link or a keyword means differs between them. */
export type Purpose = 'instant' | 'order' | 'correspondence'

/** A kind of request that the judge knows. */
export type DocumentKind<Schema extends z.ZodType = z.ZodType> = {
  readonly name: string
  readonly purpose: Purpose
  /** Made when it is first asked for. */
  readonly schema: Schema
  /** Reads a parsed JSON value as Altinn would. Never refuses. */
  readonly read: (input: unknown) => ReadDocument
  /** The route of Altinn's that takes it, where Straks has none: such a request is known, and not judged. */
  readonly elsewhere?: string
}

/** Declares a kind of request. */
export const defineKind = <Schema extends z.ZodType>(
  name: string,
  purpose: Purpose,
  schema: () => Schema,
  elsewhere?: string,
): DocumentKind<Schema> => ({
  name,
  purpose,
  get schema() {
    return schema()
  },
  read: createReader(schema),
  ...(elsewhere !== undefined && { elsewhere }),
})
