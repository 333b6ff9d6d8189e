import * as z from 'zod'

/** The most that a check of a schema lets through, if it is one of length. */
function mostOfCheck(check: z.core.$ZodCheck): number | undefined {
  const { def } = check._zod
  return def.check === 'max_length' && 'maximum' in def && typeof def.maximum === 'number' ? def.maximum : undefined
}

/** How long a text may be by its schema, in UTF-16 units, or how many items a list may have; `undefined`: any. */
export function mostOf(schema: z.ZodType): number | undefined {
  if (schema instanceof z.ZodString) return schema.maxLength ?? undefined
  return (schema.def.checks ?? []).map(mostOfCheck).find((limit) => limit !== undefined)
}

/** How many members a record may have, as its description for clients says. */
export function mostMembersOf(schema: z.ZodRecord): number | undefined {
  const most = schema.meta()?.maxProperties
  return typeof most === 'number' ? most : undefined
}
