import type { FindingCode, Language } from '@straks/shared'
import manifest from './package.json' with { type: 'json' }

/** Where the documentation is that everybody can open. */
export const DOCUMENTATION = `${manifest.homepage.replace(/#.*$/, '')}/blob/main/docs`

/** The page of a rule. */
export const rulePageAddress = (code: FindingCode, language: Language): string =>
  `${DOCUMENTATION}/rules/${language === 'en' ? '' : `${language}/`}${code}.md`
