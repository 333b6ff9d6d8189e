import type { Language } from '@straks/shared'
import type { LintOptions } from '../lint/options.ts'
import type { Settings } from '../settings.ts'

/** The language of messages for an editor's locale: bokmål for Norwegian of no stated kind. */
export function languageOf(locale: string | undefined): Language {
  const [primary = ''] = (locale ?? '').toLowerCase().split(/[-_]/)
  if (primary === 'nn') return 'nn'
  return primary === 'nb' || primary === 'no' ? 'nb' : 'en'
}

/** What settings mean for the judge, in an editor with this locale. */
export const lintOptions = ({ language, profile, rules }: Settings, locale: string | undefined): LintOptions => ({
  language: language === 'auto' ? languageOf(locale) : language,
  profile,
  rules,
})
