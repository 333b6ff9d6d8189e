const BRACKETS = /^(?:\{([^{}]*)\}|\(([^()]*)\))$/
const BARE_DIGITS = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i

/** A UUID as it is written here, of any of the spellings that .NET reads: in brackets, or without hyphens. Any other text stays. */
export function readUuid(written: string): string {
  const [, braced, bracketed] = BRACKETS.exec(written) ?? []
  const inner = braced ?? bracketed ?? written
  const [, ...groups] = BARE_DIGITS.exec(inner) ?? []
  return groups.length > 0 ? groups.join('-') : inner
}
