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

/** A sentence in one language, its places filled. A place without data stays as it is written. */
export function say(words: Words, language: Language, data: WordData = {}): string {
  return words[language].replace(PLACE, (place, name: string, mark?: string, one?: string, other?: string) => {
    const value = data[name]
    if (value === undefined) return place
    if (mark === undefined) return String(value)
    const word = Number(value) === 1 ? one : other
    return mark === '?' ? `${word}` : `${value} ${word}`
  })
}
