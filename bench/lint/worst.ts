import type { FileForm } from '../../extension/document/file-form.ts'
import { type FileFinding, findingsOfFile, lintFile } from '../../extension/lint/lint-file.ts'
import { DEFAULT_LINT_OPTIONS } from '../../extension/lint/options.ts'
import { EXAMPLES_CONTEXT } from '../../shared/rules/examples.ts'
import { rulePages } from '../../shared/rules/pages.ts'

/** Requests of the list, many times as many as there are examples. */
const REQUESTS = 2_000

/** The worst of lists: requests that break a rule, every rule in its turn, as the rules' pages show them. No two are alike. */
export function worstText(): string {
  const bad = Object.values(rulePages).flatMap(({ examples }) => examples().bad.map(({ document }) => document))
  const requests = Array.from({ length: REQUESTS }, (_, number) => ({
    ...Object(bad[number % bad.length]),
    $comment: `number ${number}`,
  }))
  return JSON.stringify(requests, null, 2)
}

const FORM: FileForm = { layout: 'json', comments: false, promised: true }

const { nowMs, smsCountries = [] } = EXAMPLES_CONTEXT

/** Every rule, whatever it depends on, however many mistakes there are. */
const OPTIONS = { ...DEFAULT_LINT_OPTIONS, isThorough: true, smsCountries, now: () => nowMs }

/** All that there is to say of it: an editor tells a thousand mistakes of a file, its repair needs them all. */
export const judgeWorst = (text: string): readonly FileFinding[] => findingsOfFile(lintFile(text, FORM, OPTIONS))
