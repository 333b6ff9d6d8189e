import type { Label } from './chain.ts'
import { casingOf } from './spelling.ts'
import { hasEvidentTail } from './tail.ts'
import { type TopLevelDomain, topLevelDomain } from './top-level-domains.ts'
import { ABBREVIATIONS, NOT_A_NAME, SHORTENERS, WELL_KNOWN_NAMES } from './words.ts'

/** What a would-be domain has shown of itself before the label under judgement. */
type Context = {
  readonly text: string
  /** The label before, and the one before that where there is one. */
  readonly previous: Label
  readonly beforePrevious: Label | undefined
  readonly startsWithWww: boolean
  readonly hasBracketedDot: boolean
  /** How many labels there are before, when every one of them is a number; 0 otherwise. */
  readonly numbersOnly: number
}

/** `se` and `de` are Sweden and Germany, and the Norwegian for «see» and «they» at the start of a sentence. */
const SENTENCE_STARTERS = new Set(['se', 'de'])

const AFTER_SPACE = new Set(['com', 'org'])

/** Where the top-level domain at the front of a label ends: `no-siden` is `no` and a noun, `n o i` is `n o` and a word. */
export function topLevelEnd({ start, end, text, apart }: Label): number {
  if (apart) {
    let length = text.length
    while (length > 2 && !topLevelDomain(text.slice(0, length))) length -= 1
    return start + length * 2 - 1
  }
  const letters = text.search(/[-_]/)
  return letters < 0 || /^xn--/i.test(text) ? end : start + letters
}

/** Whether a label closes a domain, and not a sentence, an abbreviation, a number or the name of a file. */
export function closesDomain(label: Label, context: Context): boolean {
  const end = topLevelEnd(label)
  const name = label.apart ? label.text.slice(0, (end - label.start + 1) / 2) : context.text.slice(label.start, end)
  const kind = topLevelDomain(name)
  if (!kind) return false
  const { previous } = context
  const certain = context.startsWithWww || context.hasBracketedDot
  if (certain || SHORTENERS.has(`${previous.text}.${name}`.toLowerCase())) return true
  if (ABBREVIATIONS.has(previous.text.toLowerCase())) return false

  const evident = kind !== 'suffix' && hasEvidentTail(context.text, end)
  if (context.numbersOnly > 0 && !evident) return isNumericName(name, kind, label, context)
  switch (label.separator) {
    case 'dot':
    case 'bracketed-dot':
      return evident || closesDotted(name, kind, context)
    case 'bracketed-word':
      return isName(kind)
    case 'spaced':
      return isName(kind) && (evident || closesSpaced(name, label, previous))
    case 'spelt':
      return isName(kind) && !SENTENCE_STARTERS.has(name.toLowerCase()) && canBeName(previous)
    case 'after':
      return isName(kind) && casingOf(name) === 'lower' && closesAfterSpace(name, evident, label, previous)
  }
}

const isName = (kind: TopLevelDomain): boolean => kind === 'clear' || kind === 'likely'

const isWellKnown = (label: Label): boolean => WELL_KNOWN_NAMES.has(label.text.toLowerCase())

const canBeName = ({ text }: Label): boolean => text.length > 1 && !NOT_A_NAME.has(text.toLowerCase())

/** `1881.no` is a site; `3.5.2026.no`, `14.no` and `2. org` are a date, a time and an item before a sentence. */
function isNumericName(name: string, kind: TopLevelDomain, label: Label, { numbersOnly, previous }: Context): boolean {
  if (label.separator === 'after' || label.separator === 'spelt') return false
  return kind === 'clear' || (name === 'no' && numbersOnly === 1 && previous.text.length > 2)
}

function closesDotted(name: string, kind: TopLevelDomain, context: Context): boolean {
  const { previous, beforePrevious } = context
  const casing = casingOf(name)
  if (kind === 'clear') return true
  // `e.no` is the end of a list more often than a site.
  if (previous.text.length === 1 && !previous.apart) return false
  if (!isName(kind)) return kind === 'word' && casing === 'lower' && looksLikeHost(previous, beforePrevious)
  switch (casing) {
    case 'lower':
    case 'mixed':
      return true
    case 'upper':
      if (name === 'NO') return true
      return casingOf(previous.text) === 'upper' && !SENTENCE_STARTERS.has(name.toLowerCase())
    case 'capitalised':
      // A capital after a dot begins a sentence, unless the whole is written like a name.
      return isWellKnown(previous) || (beforePrevious?.separator === 'dot' && isCapitalisedName(beforePrevious))
  }
}

const isCapitalisedName = ({ text }: Label): boolean =>
  text.length > 1 && casingOf(text) === 'capitalised' && !ABBREVIATIONS.has(text.toLowerCase())

/** A known name, a hyphen between words or a second dot, all in lower case: nothing that a forgotten space makes. */
function looksLikeHost(previous: Label, beforePrevious: Label | undefined): boolean {
  if (casingOf(previous.text) !== 'lower') return false
  if (isWellKnown(previous) || /\p{L}{2}-\p{L}{2}/u.test(previous.text)) return true
  if (!beforePrevious || ABBREVIATIONS.has(beforePrevious.text)) return false
  return previous.text.length > 2 && beforePrevious.text.length > 2 && casingOf(beforePrevious.text) === 'lower'
}

function closesSpaced(name: string, label: Label, previous: Label): boolean {
  if (!canBeName(previous) || label.apart !== previous.apart) return false
  const casing = casingOf(name)
  if (casing === 'lower') return true
  return casing === 'upper' ? casingOf(previous.text) === 'upper' : isWellKnown(previous)
}

/** A dot and a space end a sentence. Only a known name, a plain `com` or a path says otherwise. */
function closesAfterSpace(name: string, evident: boolean, label: Label, previous: Label): boolean {
  if (label.apart || previous.apart) return label.apart && previous.apart
  if (!canBeName(previous)) return false
  return evident || AFTER_SPACE.has(name) || (name === 'no' && isWellKnown(previous))
}
