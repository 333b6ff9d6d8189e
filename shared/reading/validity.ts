import { type Amount, amountAt } from './validity-amount.ts'
import { tokensOf, type WordToken } from './word-tokens.ts'

/** For how long a text says that its code can be used, and where it says so. */
type Validity = { readonly seconds: number; readonly start: number; readonly end: number }

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Words that tell of validity wherever they stand: bokmål, nynorsk, English. */
const VALID = words(
  'gyldig gyldige ugyldig invalid gyldighet gyldighetstid gyldigheit gyldigheitstid valid validity utløper utløpe utløp utgår utgå ' +
    'expire expires expired expiry expiration expiring levetid lifetime ttl forfaller forfalle forfell forfalla',
)

/** Words that do where they are about the code: a meeting lasts and an offer works too. */
const LASTS = words(
  'lever leve lives gjelder gjelde gjeld gjelda varer vare varar vara varighet virker virke verkar verke brukes brukast nyttes nyttast ' +
    'ut dør slettes fungerer fungere fungerar times good lasts last works work working usable used use active aktiv aktivt',
)

/** Those words that open a sentence in which the code is not named again. */
const OPENS = words('gjelder gjeld gjelda varer varar virker verkar good lasts works usable')

const CODE_NOUNS =
  'kode koden koda engangskode engangskoden eingongskode eingongskoden code codes passcode otp pin pinkode pinkoden ' +
  'passord passordet password'

/** Nouns for what is typed in. */
const CODE_NOUN = words(CODE_NOUNS)

/** The same and words that stand for them, which tell that a time limit is the code's. */
const CODE = words(`${CODE_NOUNS} den han it this denne`)

/** What else a text with a code says the time of. */
const OTHER = words(
  'avtalen avtala sesjonen sesjona session økten økta tilbudet tilbodet offer lenken lenka lenkja linken link ' +
    'billetten ticket abonnementet subscription medlemskapet membership kontoen account',
)

/** Words for typing it in. */
const TYPES = words(
  'bruk bruke bruker tast taste tastar skriv skrive oppgi oppgje legg legge logg logge fyll fylle use enter entered ' +
    'type submit input log sign må må must',
)

/** Words before a time within which something is to happen. */
const WITHIN = words('innen innan within')

/** Words after a time that say whose it is: `5 minutters gyldighet`, `10 minutter på deg`, `10 minutes to enter it`. */
const AFTER = words('gyldig valid gyldighet gyldigheit gyldighetstid gyldigheitstid validity varighet levetid')

const HAVE = words('have got')

/** Words before a time after which something ends. */
const FROM_NOW = words('om in etter after')

/** Words of a sentence that are looked at before and after a time. */
const BEFORE_MAX = 10

/** The words of a sentence that stand before one of them, the nearest first. */
function sentenceBefore(tokens: readonly WordToken[], at: number): readonly string[] {
  const found: string[] = []
  for (let index = at - 1; index >= 0 && found.length < BEFORE_MAX; index--) {
    const token = tokens[index]
    if (!token || token.endsSentence) break
    found.push(token.word)
  }
  return found
}

/** The words of a sentence from one of them on, where the word before it does not end it. */
function sentenceAfter(tokens: readonly WordToken[], at: number): readonly string[] {
  const found: string[] = []
  for (let index = at; index < tokens.length && found.length < BEFORE_MAX; index++) {
    const token = tokens[index]
    if (!token || tokens[index - 1]?.endsSentence) break
    found.push(token.word)
  }
  return found
}

/** Whether a time follows "i løpet av" or "in under", which mean "within". */
const isInTheCourseOf = ([last, second]: readonly string[]): boolean =>
  (last === 'av' && second === 'løpet') || (last === 'under' && second === 'in')

/** How near "within" stands to its time: `within the next 5 minutes`. */
const RIGHT_BEFORE_MAX = 4

function isValidity(tokens: readonly WordToken[], { from, to }: Amount): boolean {
  const before = sentenceBefore(tokens, from)
  const has = (known: ReadonlySet<string>, among = before): boolean => among.some((word) => known.has(word))
  if (has(OTHER) && !has(CODE_NOUN)) return false
  if (has(VALID)) return true
  const isOfCode = has(CODE)
  if (isOfCode && has(LASTS)) return true
  // "Gjelder i to timer", "Good for 5 minutes": the sentence before has named the code.
  const opening = before.at(-1)
  if (before.length < BEFORE_MAX && opening !== undefined && OPENS.has(opening)) return true
  const after = sentenceAfter(tokens, to)
  const isWithin = has(WITHIN, before.slice(0, RIGHT_BEFORE_MAX)) || isInTheCourseOf(before)
  if (isWithin && (isOfCode || has(TYPES) || has(CODE, after))) return true
  // "Om 5 minutter utløper koden", "In 5 minutes your code expires".
  if (has(FROM_NOW, before.slice(0, 1)) && has(VALID, after) && has(CODE, after)) return true
  const [first = '', second = '', third = ''] = after
  // "Your 5-minute code"; a one-time code is none of an hour.
  const unit = tokens[to - 1]
  if (CODE_NOUN.has(first) && unit?.word !== 'time') return true
  if (has(AFTER, [first, second, third])) return true
  // "Du har 10 minutter på deg", "You have 10 minutes to enter it".
  return (first === 'på' && /^(?:deg|dykk|dere)$/.test(second)) || (first === 'to' && has(HAVE, before.slice(0, 2)))
}

/** For how many seconds a text says that its code can be used; `undefined` where it says nothing of it. */
export function findValiditySeconds(text: string): Validity | undefined {
  const tokens = tokensOf(text)
  for (let at = 0; at < tokens.length; at++) {
    const amount = amountAt(tokens, at)
    if (!amount) continue
    const [first, last] = [tokens[amount.from], tokens[amount.to - 1]]
    if (first && last && isValidity(tokens, amount))
      return { seconds: amount.seconds, start: first.start, end: last.end }
    at = amount.to - 1
  }
  return undefined
}
