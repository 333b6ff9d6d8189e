const WHOLE_NUMBER = /^-?\d{1,15}$/

/** A number, also where it stands in quotes: `"120"` means 120. Anything else stays as written. */
export const readQuotedNumber = (value: unknown): unknown =>
  typeof value === 'string' && WHOLE_NUMBER.test(value) ? Number(value) : value

/**
 * The name that a written enumeration value means: the name in any case, or its number, counted from `first`.
 * `undefined` if none.
 */
export function readEnumName(value: unknown, names: readonly string[], first = 0): string | undefined {
  const number = readQuotedNumber(value)
  if (typeof number === 'number') return names[number - first]
  if (typeof value !== 'string') return undefined
  const folded = value.toLowerCase()
  return names.find((name) => name.toLowerCase() === folded)
}
