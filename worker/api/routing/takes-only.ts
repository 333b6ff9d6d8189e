import type * as z from 'zod'

/**
 * What is said of a name that a schema does not have. Passed over, a misspelt one would be missing without a word, and a filter
 * would leave everything in. Told are the names that there are, which repeats nothing of the request.
 */
export const takesOnly = (schema: z.ZodObject): string =>
  `Only these are taken: ${Object.keys(schema.shape).join(', ')}.`
