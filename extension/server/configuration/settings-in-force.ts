import type { Language } from '@straks/shared'
import type { ConfigFile } from '../../lint/config-file.ts'
import type { LintOptions } from '../../lint/options.ts'
import type { EditorSettings } from '../../settings.ts'

/** The language of messages for an editor's locale: bokmål for Norwegian of no stated kind. */
export function messageLanguageOf(locale: string | undefined): Language {
  const [primary = ''] = (locale ?? '').toLowerCase().split(/[-_]/)
  if (primary === 'nn') return 'nn'
  return primary === 'nb' || primary === 'no' ? 'nb' : 'en'
}

/** What settings mean for the judge, in an editor with this locale. */
const lintOptions = (
  { language, profile, rules, smsCountries }: EditorSettings,
  locale: string | undefined,
): LintOptions => ({
  language: language === 'auto' ? messageLanguageOf(locale) : language,
  profile,
  rules,
  smsCountries,
  now: Date.now,
})

/** The settings of a document and what they mean for the judge. */
export type SettingsInForce = { readonly settings: EditorSettings; readonly options: LintOptions }

/** Settings with a configuration file over them: a project says the same in the editor, the terminal and CI. */
export function settingsInForce(
  settings: EditorSettings,
  { language, profile, environment, smsWindow, emailWindow, smsCountries, rules }: ConfigFile,
  locale: string | undefined,
): SettingsInForce {
  const whole: EditorSettings = {
    ...settings,
    ...(language && { language }),
    ...(profile && { profile }),
    ...(environment && { environment }),
    ...(smsWindow && { smsWindow }),
    ...(emailWindow && { emailWindow }),
    ...(smsCountries && { smsCountries }),
    rules: { ...settings.rules, ...rules },
  }
  return { settings: whole, options: lintOptions(whole, locale) }
}
