/** A UUID with its hyphens and nothing around it, in any case, of any version. RFC 9562 section 4. */
export const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

const BRACKETS = /^(?:\{([^{}]*)\}|\(([^()]*)\))$/
const BARE_DIGITS = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i

/** `{0x6f0b6f0e,0x1f0a,0x4a3e,{0x9b,0x2e,0x6a,0x1f,0x3a,0x2b,0x4c,0x5d}}`: a UUID as C writes the structure. */
const STRUCTURE =
  /^\{0x([0-9a-f]{1,8}),0x([0-9a-f]{1,4}),0x([0-9a-f]{1,4}),\{((?:0x[0-9a-f]{1,2},){7}0x[0-9a-f]{1,2})\}\}$/i

/** Hexadecimal digits of each part of a UUID. */
const DIGITS = { first: 8, second: 4, third: 4, byte: 2 } as const

/** The 32 digits of a UUID that is written as a structure. */
function digitsOfStructure(written: string): string | undefined {
  const [found, first = '', second = '', third = '', rest = ''] = STRUCTURE.exec(written) ?? []
  if (found === undefined) return undefined
  const bytes = rest.split(',').map((byte) => byte.slice('0x'.length).padStart(DIGITS.byte, '0'))
  return [
    first.padStart(DIGITS.first, '0'),
    second.padStart(DIGITS.second, '0'),
    third.padStart(DIGITS.third, '0'),
    ...bytes,
  ].join('')
}

/**
 * A UUID as it is written here, of any of the spellings that .NET reads where it reads no JSON: in brackets, without
 * hyphens, as a structure, with spaces around it. Any other text stays.
 */
export function readUuid(written: string): string {
  const text = written.trim()
  const [, braced, bracketed] = BRACKETS.exec(text) ?? []
  const inner = digitsOfStructure(text) ?? braced ?? bracketed ?? text
  const [, ...groups] = BARE_DIGITS.exec(inner) ?? []
  return groups.length > 0 ? groups.join('-') : inner
}
