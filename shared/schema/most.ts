import type * as z from 'zod'

/** The most that a check of a schema lets through; infinity if it is none of length. */
function mostOfCheck(check: z.core.$ZodCheck): number {
  const { def } = check._zod
  if (def.check === 'max_length' && 'maximum' in def) return Number(def.maximum)
  return def.check === 'length_equals' && 'length' in def ? Number(def.length) : Number.POSITIVE_INFINITY
}

/**
 * How long a text may be by its schema, in UTF-16 units, or how many items a list may have; `undefined`: any. Read from the checks:
 * zod's own answer takes its whole JSON Schema, a fiftieth of the Worker's bundle.
 */
export function mostOf(schema: z.ZodType): number | undefined {
  const most = (schema.def.checks ?? [])
    .map(mostOfCheck)
    .reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY)
  return Number.isFinite(most) ? most : undefined
}

/** How many members a record may have, as its description for clients says. */
export function mostMembersOf(schema: z.ZodRecord): number | undefined {
  const most = schema.meta()?.maxProperties
  return typeof most === 'number' ? most : undefined
}
