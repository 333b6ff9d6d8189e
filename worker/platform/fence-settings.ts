import { nearestWord } from '@straks/shared/text'
import * as z from 'zod'
import type { FenceSettings, Fences } from '../domain/fences.ts'

/** More than any organisation sends: a larger number is a slip of the pen. */
const MESSAGES_MAX = 1_000_000_000

/** Recipients are remembered for as long as this: at the longest a day. */
export const WINDOW_MAX_SECONDS = 86_400

const messages = z.int().min(0).max(MESSAGES_MAX)

const fences: z.ZodType<Fences> = z.strictObject({
  perMinute: messages.optional(),
  perDay: messages.optional(),
  perRecipient: z.strictObject({ messages, seconds: z.int().min(1).max(WINDOW_MAX_SECONDS) }).optional(),
  smsCountries: z.array(z.string().regex(/^[1-9]\d{0,6}$/)).optional(),
})

const DEFAULT = 'default'

/** How much of the default entry's name may be wrong: two letters that have changed places. */
const TOLERANCE = 0.3

/** A name that was meant to be the default entry's. As an organisation's it would leave all others without a fence. */
const misspeltDefault = (entries: Readonly<Record<string, Fences>>): string | undefined =>
  Object.hasOwn(entries, DEFAULT)
    ? undefined
    : Object.keys(entries).find((name) => nearestWord(name, [DEFAULT], TOLERANCE) !== undefined)

/** The default entry, and entries of organisations by their short names. */
export const fenceSettings = z
  .record(z.string(), fences)
  .superRefine((entries, context) => {
    const misspelt = misspeltDefault(entries)
    if (misspelt !== undefined) context.addIssue({ code: 'custom', path: [misspelt] })
  })
  .transform((entries): FenceSettings => {
    const byName = new Map(Object.entries(entries))
    const all = byName.get(DEFAULT) ?? {}
    byName.delete(DEFAULT)
    return { all, byOrganization: byName }
  })
