import type { Random } from '../../simulation/platform/random.ts'

/** What JSON parsers disagree on, put in place of some piece of a text. */
const PIECES = [
  'NaN',
  'Infinity',
  '-',
  '01',
  '1.',
  '.5',
  '1e',
  '1e+',
  '0x1F',
  '1e9999',
  '-1e9999',
  '١',
  "'a'",
  '"\\x41"',
  '"\\u12"',
  '"\\ud800"',
  '"\t"',
  '"\u0000"',
  '"\n"',
  '/* a */',
  '// a\n',
  ',,',
  '[1,]',
  '{"a":1,}',
  '{"a":1,"a":2}',
  '{"__proto__":{"a":1}}',
  '{a:1}',
  'undefined',
  'nul',
  'True',
  '\ufeff',
  '\u2028',
  '\u00a0',
  '[',
  '{',
  ']',
  '}',
  '"',
  ':',
  '"a":',
  '\\',
  '\u0000',
] as const

const DEEPEST = 20_000

/** A JSON text made into one that is none, or one that readers stumble over. Some are right all the same. */
export function spoil(text: string, random: Random): string {
  const at = random.below(text.length + 1)
  switch (random.below(7)) {
    case 0:
      return text.slice(0, at)
    case 1:
      return text.slice(0, at) + random.pick([...PIECES]) + text.slice(at)
    case 2:
      return text.slice(0, at) + random.pick([...PIECES]) + text.slice(at + 1 + random.below(8))
    case 3:
      return `\ufeff${text}`
    case 4:
      return random.pick(['[', '{"a":']).repeat(1 + random.below(DEEPEST))
    case 5:
      return text + random.pick([...PIECES])
    default:
      return text.replace(/\d+/, random.pick([...PIECES]))
  }
}

/** Bytes that are no UTF-8, somewhere in a text. */
export function spoilBytes(text: string, random: Random): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(new TextEncoder().encode(text))
  for (let count = 1 + random.below(3); count > 0; count--) bytes[random.below(bytes.length)] = 128 + random.below(128)
  return bytes
}
