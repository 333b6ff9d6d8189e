import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, type Language, ok, type Result, rules, SCHEMA_CODE } from '@straks/shared'
import { BEFORE_THE_RULES } from '@straks/shared/before-the-rules'
import { rulePages } from '@straks/shared/rule-pages'
import { SYNTAX_CODE } from '../lint/syntax-finding.ts'
import { rulePageFolder } from '../rule-page-folder.ts'
import { noSuch } from './command.ts'

/** Every code that a finding may have. */
const CODES: readonly string[] = [SYNTAX_CODE, SCHEMA_CODE, ...rules.map(({ code }) => code)]

/** What is checked before every rule, and every rule, on a line each, with what it asks for. */
export const ruleList = (language: Language): string =>
  [...BEFORE_THE_RULES, ...rules.map(({ code }) => ({ code, summary: rulePages[code].summary }))]
    .map(({ code, summary }) => `${code}: ${summary[language]}\n`)
    .join('')

/** A rule's page in a language, or in English where it has none in that; fails with the reason in words. */
export async function rulePage(code: string, language: Language): Promise<Result<string, string>> {
  const folder = rulePageFolder()
  const paths = language === 'en' ? [`${code}.md`] : [`${language}/${code}.md`, `${code}.md`]
  for (const path of folder !== undefined && CODES.includes(code) ? paths : []) {
    const page = await readFile(join(folder ?? '', path), 'utf8').catch(() => undefined)
    // The first line tells which script wrote the page.
    if (page !== undefined) return ok(page.replace(/^<!--[^\n]*-->\n/, ''))
  }
  return fail(noSuch('rule', code, CODES))
}
