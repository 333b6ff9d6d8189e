import { type Escape, readByteEscapes } from './byte-escapes.ts'

/** Whose escapes a string has: they mean other things in each. JSON's are among those of scripts. */
export type Escapes = 'script' | 'csharp' | 'java' | 'kotlin' | 'powershell' | 'shell'

/** What begins an escape. */
export const escapeMark = (escapes: Escapes): string => (escapes === 'powershell' ? '`' : '\\')

type Style = {
  /** Characters by their numbers, in base 16 but for the group `octal`. */
  readonly numbers: RegExp
  /** What single characters stand for; any other one stands for itself. */
  readonly single: ReadonlyMap<string, string>
  /** Whether a line goes on behind a backslash at its end. */
  readonly joinsLines: boolean
  /** Whether a backslash stays before a character that needs none. */
  readonly keepsOthers?: true
  /** Whether numbers of two hexadecimal or three octal digits are bytes of a text in UTF-8, rather than characters. */
  readonly hasBytes?: true
}

const COMMON = { n: '\n', r: '\r', t: '\t', b: '\b' } as const
const BELL = '\u0007'
const ESCAPE = '\u001b'

const style = (numbers: RegExp, single: Readonly<Record<string, string>>, rest: Omit<Style, 'numbers' | 'single'>) => ({
  numbers,
  single: new Map(Object.entries({ ...COMMON, ...single })),
  ...rest,
})

const STYLES: Readonly<Record<Escapes, Style>> = {
  script: style(
    /\\(?:u\{([\dA-Fa-f]{1,6})\}|u([\dA-Fa-f]{4})|x([\dA-Fa-f]{2}))/y,
    { f: '\f', v: '\v', 0: '\0' },
    { joinsLines: true },
  ),
  csharp: style(
    /\\(?:u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|x([\dA-Fa-f]{1,4}))/y,
    { f: '\f', v: '\v', 0: '\0', a: BELL, e: ESCAPE },
    { joinsLines: false },
  ),
  java: style(
    /\\(?:u+([\dA-Fa-f]{4})|(?<octal>[0-3][0-7]{0,2}|[4-7][0-7]?))/y,
    { f: '\f', s: ' ' },
    { joinsLines: true },
  ),
  kotlin: style(/\\u([\dA-Fa-f]{4})/y, {}, { joinsLines: false }),
  powershell: style(
    /`u\{([\dA-Fa-f]{1,6})\}/y,
    { f: '\f', v: '\v', 0: '\0', a: BELL, e: ESCAPE },
    { joinsLines: false },
  ),
  shell: style(
    /\\(?:u([\dA-Fa-f]{1,4})|U([\dA-Fa-f]{1,8}))/y,
    { f: '\f', v: '\v', a: BELL, e: ESCAPE, E: ESCAPE, '\\': '\\', "'": "'", '"': '"', '?': '?' },
    { joinsLines: false, keepsOthers: true, hasBytes: true },
  ),
}

const HEX = 16
const OCTAL = 8
const MOST_CODE_POINT = 0x10ffff

const characterOf = (code: number): string => (code > MOST_CODE_POINT ? '\ufffd' : String.fromCodePoint(code))

/** Reads the escape that starts at an offset. */
export function readEscape(text: string, at: number, escapes: Escapes): Escape {
  const { numbers, single, joinsLines, keepsOthers, hasBytes } = STYLES[escapes]
  const ofBytes = hasBytes ? readByteEscapes(text, at) : undefined
  if (ofBytes) return ofBytes
  numbers.lastIndex = at
  const found = numbers.exec(text)
  if (found) {
    const digits = found.slice(1).find((group) => group !== undefined) ?? ''
    const base = found.groups?.octal === undefined ? HEX : OCTAL
    return { text: characterOf(Number.parseInt(digits, base)), end: numbers.lastIndex }
  }
  const character = text.charAt(at + 1)
  if (joinsLines && character === '\r' && text[at + 2] === '\n') return { text: '', end: at + 3 }
  if (joinsLines && character === '\n') return { text: '', end: at + 2 }
  return { text: single.get(character) ?? (keepsOthers ? `\\${character}` : character), end: at + 2 }
}
