import type { Random } from '../../simulation/platform/random.ts'

const repeated = (text: string, random: Random) => text.repeat(1 + random.below(200))

/** The kinds of text that break readers. Each says a word that must not come back. */
const KINDS: readonly ((word: string, random: Random) => string)[] = [
  (word) => word,
  (word) => ` ${word}\t`,
  (word) => `${word}\u0000${word}`,
  (word) => `${word}\r\nBcc: ${word}@example.com`,
  (word) => `\ud800${word}`,
  (word) => `${word}\udfff`,
  (word) => `\u202e${word}\u2066\u200b`,
  (word) => `e\u0301${word}\u{1f469}\u200d\u{1f692}`,
  (word) => `$${word}$$recipientName$$recipientName`,
  (word) => `<script>${word}</script><p on${word}=x>`,
  (word) => `https://${word}@127.0.0.1:8787/${word}?${word}#`,
  (word) => `https://[::ffff:7f00:1]/${word}`,
  (word) => `' OR 1=1; -- ${word}`,
  (word) => `../../${word}/%2e%2e/%00`,
  (word) => `{{${word}}}\${${word}}%s%n`,
  (word) => `__proto__${word}`,
  (word) => `0x${word}e999`,
  (word) => `9999-99-99T99:99:99Z${word}`,
  (word) => `+47${word}`,
  (word, random) => repeated(`${word}.`, random),
  (word, random) => repeated('[', random) + word,
  (word, random) => `${word}${repeated('{}', random)}`,
  (word, random) => repeated(`$recipientName ${word}`, random),
  (word, random) => repeated(`127.0.0.1:${word} `, random),
  (word, random) => `${repeated('a', random)}@${word}`,
]

/** A text that breaks readers. */
export const hostileText = (word: string, random: Random): string =>
  (KINDS[random.below(KINDS.length)] ?? KINDS[0])?.(word, random) ?? word

/** Words that objects inherit, and other names that no member has. */
const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '',
  'a'.repeat(300),
  '\u0000',
  'null',
] as const

/** Any value but the one that is wanted. */
export function hostileValue(word: string, random: Random, depth = 0): unknown {
  switch (random.below(depth > 3 ? 8 : 11)) {
    case 0:
      return null
    case 1:
      return random.chance(0.5)
    case 2:
      return random.pick([0, -0, -1, 1.5, 1e308, -1e-308, 2 ** 53, 4294967296, 172_801])
    case 3:
      return ''
    case 4:
      return random.pick([...NAMES])
    case 8:
      return Array.from({ length: random.below(20) }, () => hostileValue(word, random, depth + 1))
    case 9:
      return Object.fromEntries([[random.pick([...NAMES]), hostileValue(word, random, depth + 1)]])
    case 10:
      return Array.from({ length: random.below(300) }).reduce<unknown>((inner) => [inner], word)
    default:
      return hostileText(word, random)
  }
}
