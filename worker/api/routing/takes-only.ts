import type * as z from 'zod'

/**
 * The message about a name that a schema does not have. A misspelt filter that was ignored would match everything. It lists
 * the known names, and so repeats nothing of the request.
 */
export const takesOnly = (schema: z.ZodObject): string =>
  `Only these are taken: ${Object.keys(schema.shape).join(', ')}.`
