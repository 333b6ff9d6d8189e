import * as z from 'zod'
import { fromBase64 } from '../domain/bytes.ts'

/** A key that texts are sealed with, and the name that it goes by in what it has sealed. */
export type ContentKey = { readonly id: string; readonly key: string }

const KEY_BYTES = 32

/** The name of a key. */
export const CONTENT_KEY_ID = /^[\w-]{1,32}$/

const contentKey = z.strictObject({
  id: z.string().regex(CONTENT_KEY_ID),
  key: z.string().refine((text) => fromBase64(text)?.length === KEY_BYTES),
})

/** The list of keys: the first seals, all of them open. No two have the same name. */
export const contentKeys = z
  .array(contentKey)
  .min(1)
  .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length)
