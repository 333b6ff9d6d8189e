import { LANGUAGES, limits } from '@straks/shared'
import * as z from 'zod'
import { fileForm, PLAIN_JSON } from '../../document/file-form.ts'
import { lintFile } from '../../lint/lint-file.ts'
import { DEFAULT_LINT_OPTIONS, PROFILES } from '../../lint/options.ts'
import { ENVIRONMENTS, Window } from '../../lint/service-settings.ts'
import { previewPiece } from '../../server/features/preview.ts'
import { windowsOf } from '../../server/timing/preview-context.ts'
import { lintSource } from '../lint/lint-source.ts'
import { ruleList, rulePage } from '../rule-pages.ts'

/** A request is at most 1 MB for the API; a file of them may be larger. */
const TEXT_MAX_UNITS = 4_000_000

const Text = z.string().max(TEXT_MAX_UNITS).describe('The request, or a file of requests, as text.')

const FileName = z
  .string()
  .max(1_024)
  .default('request.notification.json')
  .describe('The name of the file, which tells how it is read: .json, .jsonc, .jsonl, .http …')

const ToolLanguage = z.enum(LANGUAGES).default('en').describe('The language of messages.')

/** What each tool takes. */
export const TOOL_INPUTS = {
  validate: z.object({
    text: Text,
    fileName: FileName,
    language: ToolLanguage,
    profile: z.enum(PROFILES).default('recommended'),
  }),
  explain: z.object({ code: z.string().max(64).optional().describe('The rule’s code.'), language: ToolLanguage }),
  preview: z.object({
    text: Text,
    fileName: FileName,
    language: ToolLanguage,
    environment: z.enum(ENVIRONMENTS).default('production').describe('Where it is sent. Some delays differ.'),
    smsWindow: Window.default(limits.SMS_WINDOW).describe('When the service sends SMS that wait for the day.'),
    emailWindow: Window.default(limits.EMAIL_WINDOW).describe('The same for e-mail.'),
  }),
  countSmsParts: z.object({ body: z.string().max(100_000).describe('The text of the SMS.') }),
} as const

type Input<Name extends keyof typeof TOOL_INPUTS> = z.output<(typeof TOOL_INPUTS)[Name]>

/** Every finding of a text, and whether the API would accept its requests. */
export function validateRequest({ text, fileName, language, profile }: Input<'validate'>) {
  const options = { ...DEFAULT_LINT_OPTIONS, language, profile, now: Date.now }
  const report = lintSource({ name: fileName, text, named: true }, options)
  return { valid: !report.reports.some(({ severity }) => severity === 'error'), findings: report.reports }
}

/** The page of a rule, or the list of all. */
export async function explainRule({ code, language }: Input<'explain'>): Promise<string> {
  if (code === undefined) return ruleList(language)
  const page = await rulePage(code, language)
  return page.ok ? page.value : page.failure
}

/** The messages that the requests of a text make. */
export function previewRequest(
  { text, fileName, language, environment, smsWindow, emailWindow }: Input<'preview'>,
  nowMs: number,
) {
  const form = fileForm(fileName) ?? PLAIN_JSON
  const { pieces } = lintFile(text, form, { ...DEFAULT_LINT_OPTIONS, language, isThorough: true })
  const context = { language, environment, windows: windowsOf({ smsWindow, emailWindow }), time: nowMs }
  return { requests: pieces.flatMap((piece) => previewPiece(piece, form.comments, context) ?? []) }
}
