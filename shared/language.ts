/** The languages that every sentence for a person exists in: English, bokmål and nynorsk. */
export const LANGUAGES = ['en', 'nb', 'nn'] as const

export type Language = (typeof LANGUAGES)[number]

/**
 * One sentence in every language, with places for data: `{name}` for a value, `{count:part|parts}` for a number and the
 * noun that agrees with it, `{count?is|are}` for that word alone.
 */
export type Words = Readonly<Record<Language, string>>

/** What fills a sentence's places, by their names. */
export type WordData = Readonly<Record<string, string | number>>

const PLACE = /\{(\w+)(?:([:?])([^{}|]*)\|([^{}|]*))?\}/g

/** A part of a sentence: words, or a place among them. */
type Part = string | { readonly place: string; readonly name: string; readonly agrees?: Agreement }

/** What a number in a place has beside it. */
type Agreement = { readonly mark: string; readonly one: string; readonly other: string }

function partsOf(sentence: string): readonly Part[] {
  const parts: Part[] = []
  let end = 0
  for (const { 0: place, 1: name = '', 2: mark, 3: one = '', 4: other = '', index } of sentence.matchAll(PLACE)) {
    parts.push(sentence.slice(end, index), { place, name, ...(mark !== undefined && { agrees: { mark, one, other } }) })
    end = index + place.length
  }
  return [...parts, sentence.slice(end)]
}

/** The parts of sentences that were said: a file with a thousand findings says a few of them over and over. */
const known = new WeakMap<Words, Map<Language, readonly Part[]>>()

function knownPartsOf(words: Words, language: Language): readonly Part[] {
  let ofWords = known.get(words)
  if (!ofWords) {
    ofWords = new Map()
    known.set(words, ofWords)
  }
  let parts = ofWords.get(language)
  if (!parts) {
    parts = partsOf(words[language])
    ofWords.set(language, parts)
  }
  return parts
}

/** A sentence in one language, its places filled. A place without data stays as it is written. */
export function say(words: Words, language: Language, data: WordData = {}): string {
  let said = ''
  for (const part of knownPartsOf(words, language)) {
    if (typeof part === 'string') {
      said += part
      continue
    }
    const value = data[part.name]
    if (value === undefined) said += part.place
    else if (!part.agrees) said += value
    else {
      const { mark, one, other } = part.agrees
      const word = Number(value) === 1 ? one : other
      said += mark === '?' ? word : `${value} ${word}`
    }
  }
  return said
}
