import type { Language } from '@straks/shared'
import { table } from '@straks/shared'

const BY_TAG = table<Language>({ en: 'en', nb: 'nb', no: 'nb', nn: 'nn' })

/** The language a client prefers of those there are: the first it names that we speak, else English. */
export function preferredLanguage(acceptLanguage: string | null): Language {
  // Programs name none, and they are nearly all callers.
  if (acceptLanguage === null) return 'en'
  const ranked = acceptLanguage
    .split(',')
    .map((entry, index) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';')
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean)
      return {
        language: BY_TAG.get(tag.split('-')[0] ?? ''),
        quality: quality === undefined ? 1 : Number(quality),
        index,
      }
    })
    .filter(({ language, quality }) => language !== undefined && quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index)
  return ranked[0]?.language ?? 'en'
}
