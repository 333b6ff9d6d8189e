import type * as z from 'zod'

/**
 * The message about a name that a schema does not have. A misspelt filter that was ignored would match everything. It lists
 * the known names, and so repeats nothing of the request.
 */
export function takesOnly(schema: z.ZodObject): string {
  const names = Object.keys(schema.shape)
  return names.length === 0 ? 'No parameter is taken.' : `Only these are taken: ${names.join(', ')}.`
}

/**
 * What is wrong with a value: the ones that there are, where they are few; what its schema says in words of its own; otherwise
 * what is told of every kind of value.
 */
export function wrongValue(issue: z.core.$ZodIssue | undefined, otherwise: string): string {
  if (issue?.code === 'custom') return issue.message
  return issue?.code === 'invalid_value'
    ? `It must be one of these: ${issue.values.map(String).join(', ')}.`
    : otherwise
}
