import { type Language, limits, type Severity, say } from '@straks/shared'
import type { Complaint, ComplaintReason } from '../document/complaint.ts'
import type { PieceFinding } from './finding.ts'
import { SYNTAX_FIX_WORDS, SYNTAX_WORDS } from './syntax-words.ts'

/** The code of every complaint about a text that is not, or not quite, JSON. Design 3.5. */
export const SYNTAX_CODE = 'json-syntax'

const BYTES_PER_KIBIBYTE = 1024

/** UTF-16 units of a file that is still looked into: 10 000 of the largest ordinary requests with room to spare. */
export const FILE_MAX_UNITS = 32 * BYTES_PER_KIBIBYTE * BYTES_PER_KIBIBYTE

const SEVERITIES: Partial<Record<ComplaintReason, Severity>> = { duplicate: 'warning', 'large-file': 'information' }

/** What is JSON all the same, but more than a request may be. */
const OURS: ReadonlySet<ComplaintReason> = new Set(['deep', 'large', 'large-file'])

/** Two names that differ in letter case are one to Altinn's reader only. */
const isOfJson = ({ reason, sameCase }: Complaint): boolean => !OURS.has(reason) && sameCase !== false

/** Puts a complaint into words. */
export function syntaxFinding(complaint: Complaint, language: Language): PieceFinding {
  const { reason, start, end, name, other } = complaint
  const data = {
    ...(name !== undefined && { name }),
    depth: limits.JSON_MAX_DEPTH,
    kibibytes: limits.REQUEST_BODY_MAX_BYTES / BYTES_PER_KIBIBYTE,
    mebibytes: FILE_MAX_UNITS / BYTES_PER_KIBIBYTE / BYTES_PER_KIBIBYTE,
  }
  return {
    code: SYNTAX_CODE,
    severity: SEVERITIES[reason] ?? 'error',
    message: say(SYNTAX_WORDS[reason], language, data),
    path: [],
    start,
    end,
    ...(isOfJson(complaint) && { isOfJson: true }),
    ...(other && { related: [{ ...other, message: say(SYNTAX_FIX_WORDS.other, language) }] }),
    ...(reason === 'trailing-comma' && {
      fix: { title: say(SYNTAX_FIX_WORDS.removeComma, language), textEdit: { start, end, text: '' } },
    }),
  }
}
