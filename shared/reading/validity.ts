import { type Amount, amountAt } from './validity-amount.ts'
import { tokensOf, type WordToken } from './word-tokens.ts'

/** For how long a text says that its code can be used, and where it says so. */
type Validity = { readonly seconds: number; readonly start: number; readonly end: number }

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Words that tell of validity wherever they stand: bokmål, nynorsk, English. */
const VALID = words(
  'gyldig gyldige ugyldig invalid gyldighet gyldighetstid gyldigheit gyldigheitstid valid validity utløper utløpe utløp utgår utgå ' +
    'expire expires expired expiry expiration expiring levetid lifetime ttl',
)

/** Words that do where they are about the code: a meeting lasts and an offer works too. */
const LASTS = words(
  'lever leve lives gjelder gjelde gjeld gjelda varer vare varar vara varighet virker virke verkar verke brukes brukast nyttes nyttast ' +
    'ut dør slettes good lasts last works work working usable used use active aktiv aktivt',
)

/** Words for what is typed in, which tell that a time limit is the code's. */
const CODE = words(
  'kode koden koda engangskode engangskoden eingongskode eingongskoden code codes passcode otp pin pinkode pinkoden ' +
    'passord passordet password den han it this denne',
)

/** Words for typing it in. */
const TYPES = words(
  'bruk bruke bruker tast taste tastar skriv skrive oppgi oppgje legg legge logg logge fyll fylle  use enter ' +
    'type submit input log sign må må must',
)

/** Words before a time within which something is to happen. */
const WITHIN = words('innen innan within')

/** Words after a time that say whose it is: `5 minutters gyldighet`, `10 minutter på deg`, `10 minutes to enter it`. */
const AFTER = words('gyldig valid gyldighet gyldigheit gyldighetstid gyldigheitstid validity varighet levetid')

const HAVE = words('have got')

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

/** How near "within" stands to its time: `within the next 5 minutes`. */
const RIGHT_BEFORE_MAX = 4

function isValidity(tokens: readonly WordToken[], { from, to }: Amount): boolean {
  const before = sentenceBefore(tokens, from)
  const has = (known: ReadonlySet<string>, among = before): boolean => among.some((word) => known.has(word))
  if (has(VALID)) return true
  const isOfCode = has(CODE)
  if (isOfCode && has(LASTS)) return true
  const after = sentenceAfter(tokens, to)
  if (has(WITHIN, before.slice(0, RIGHT_BEFORE_MAX)) && (isOfCode || has(TYPES) || has(CODE, after))) return true
  const [first = '', second = '', third = ''] = after
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
