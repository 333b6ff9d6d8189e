/** The languages that every sentence for a person exists in: English, bokmål and nynorsk. */
export const LANGUAGES = ['en', 'nb', 'nn'] as const

export type Language = (typeof LANGUAGES)[number]

/** One sentence in every language. `{name}` marks a place that data fills in. */
export type Words = Readonly<Record<Language, string>>

/** What may stand in a sentence's `{name}` places. */
export type WordData = Readonly<Record<string, string | number>>

/** A sentence in one language, its `{name}` places filled. A place without data stays as it is written. */
export function say(words: Words, language: Language, data: WordData = {}): string {
  return words[language].replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = data[name]
    return value === undefined ? place : String(value)
  })
}
