import type * as z from 'zod'

/** Altinn's services write a member's name as `Decision` or `decision`, each as its framework has it. */
function withSmallInitials(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name.charAt(0).toLowerCase() + name.slice(1), member]),
  )
}

/** Reads an answer; `undefined` where it is no JSON or not what the service promises. */
export function readAnswer<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(text, withSmallInitials)).data
  } catch {
    return undefined
  }
}
