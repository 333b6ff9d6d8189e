import { limits, table } from '@straks/shared'
import { cutComponent } from './code/cut-component.ts'
import { cutCsharp } from './code/cut-csharp.ts'
import { cutJava, cutKotlin } from './code/cut-jvm.ts'
import { cutPowershell } from './code/cut-powershell.ts'
import { cutScript } from './code/cut-script.ts'
import { completeExample } from './complete-example.ts'
import { cutBru } from './cut-bru.ts'
import { cutHar } from './cut-har.ts'
import { cutHttp } from './cut-http.ts'
import { cutLines } from './cut-lines.ts'
import { cutShell } from './cut-shell.ts'
import { bodyPiece } from './json-body.ts'
import { type Line, linesOf } from './lines-of.ts'
import type { Cut, Piece } from './piece.ts'
import { shiftedPiece } from './place-in-file.ts'
import type { JsonSyntaxError } from './syntax-error.ts'
import { TextBuilder } from './text-builder.ts'

/** A fence: what quotes and indents it, its marks, and the language that it names. */
const FENCE = /^((?:[ \t]*>)*)[ \t]*(`{3,}|~{3,})[ \t]*\{?\.?([\w#+-]*)/

/** A comment that begins a line, and is not over on it. */
const COMMENT_OPENS = /^[ \t]*<!--(?!.*-->)/
const COMMENT_CLOSES = '-->'

type Fence = { readonly quoting: string; readonly marks: string; readonly language: string }

const CUTTERS = table<(text: string) => Cut>({
  http: cutHttp,
  rest: cutHttp,
  bru: cutBru,
  jsonl: cutLines,
  ndjson: cutLines,
  js: cutScript,
  jsx: cutScript,
  mjs: cutScript,
  javascript: cutScript,
  ts: cutScript,
  tsx: cutScript,
  typescript: cutScript,
  vue: cutComponent,
  svelte: cutComponent,
  astro: cutComponent,
  har: cutHar,
  sh: cutShell,
  bash: cutShell,
  zsh: cutShell,
  shell: cutShell,
  console: cutShell,
  'shell-session': cutShell,
  curl: cutShell,
  powershell: cutPowershell,
  pwsh: cutPowershell,
  ps1: cutPowershell,
  cs: cutCsharp,
  csharp: cutCsharp,
  'c#': cutCsharp,
  java: cutJava,
  kotlin: cutKotlin,
  kt: cutKotlin,
})

/** The languages of JSON in which a comma may follow the last member. */
const TRAILING: ReadonlySet<string> = new Set(['jsonc', 'json5'])

/** The languages whose fences hold one JSON value; one that names none may. */
const JSON_LANGUAGES: ReadonlySet<string> = new Set(['json', 'jsonc', 'json5', ''])

const closes = ({ marks }: Fence, line: string): boolean => {
  const trimmed = line.replace(/^[ \t>]*/, '').trimEnd()
  return trimmed.length >= marks.length && trimmed === marks.charAt(0).repeat(trimmed.length)
}

/** Whether backticks are those of a span of code, which ends on its line. */
const isSpanOfCode = ({ 0: opened, 2: marks = '' }: RegExpExecArray, { text }: Line): boolean =>
  marks.startsWith('`') && text.includes('`', opened.length)

/** The JSON of a fence in a quotation, each line without the marks of the quotation. */
function quotedPiece(text: string, lines: readonly Line[], depth: number): Piece | undefined {
  const builder = new TextBuilder(text)
  const marks = new RegExp(`^(?:[ \\t]*>){0,${depth}}`)
  for (const line of lines) {
    const end = line.start + line.text.length
    const start = line.start + (marks.exec(line.text)?.[0].length ?? 0)
    const from = builder.length
    builder.copy(start, end)
    builder.writable(from, { start, end }, 'line')
    builder.write('\n', { start: end, end })
  }
  const { map, text: body } = builder.result()
  return bodyPiece({ start: lines[0]?.start ?? 0, text: body, map })
}

const NOTHING: Cut = { pieces: [], syntaxErrors: [] }

/** A mistake in a text that stands in a larger one from `by` on. */
const shiftedError = (error: JsonSyntaxError, by: number): JsonSyntaxError => ({
  ...error,
  start: error.start + by,
  end: error.end + by,
  ...(error.edit && { edit: { ...error.edit, start: error.edit.start + by, end: error.edit.end + by } }),
})

/** What a fence holds, at offsets of the file. */
function cutFence(text: string, { quoting, language }: Fence, lines: readonly Line[]): Cut {
  const [first, last] = [lines[0], lines.at(-1)]
  if (!first || !last) return NOTHING
  const [start, end] = [first.start, last.start + last.text.length]
  const depth = quoting.replaceAll(/[^>]/g, '').length
  if (JSON_LANGUAGES.has(language)) {
    if (end - start > limits.REQUEST_BODY_MAX_BYTES) return NOTHING
    const piece =
      depth > 0
        ? quotedPiece(text, lines, depth)
        : bodyPiece({ start, ...completeExample(text, { start, end }), mayTrail: TRAILING.has(language) })
    return piece ? { pieces: [piece], syntaxErrors: [] } : NOTHING
  }
  const cut = depth > 0 ? NOTHING : (CUTTERS.get(language)?.(text.slice(start, end)) ?? NOTHING)
  return {
    pieces: cut.pieces.map((piece) => shiftedPiece(piece, start)),
    syntaxErrors: cut.syntaxErrors.map((error) => shiftedError(error, start)),
  }
}

/** Cuts the requests out of the fences of a Markdown file: JSON, and what holds JSON. */
export function cutMarkdown(text: string): Cut {
  const pieces: Piece[] = []
  const syntaxErrors: JsonSyntaxError[] = []
  const add = (held: Cut): void => {
    for (const piece of held.pieces) pieces.push(piece)
    for (const error of held.syntaxErrors) syntaxErrors.push(error)
  }
  let fence: Fence | undefined
  let isComment = false
  let lines: Line[] = []
  for (const line of linesOf(text)) {
    if (fence && closes(fence, line.text)) {
      add(cutFence(text, fence, lines))
      fence = undefined
    } else if (fence) lines.push(line)
    else if (isComment) isComment = !line.text.includes(COMMENT_CLOSES)
    else if (COMMENT_OPENS.test(line.text)) isComment = true
    else {
      const opened = FENCE.exec(line.text)
      if (!opened || isSpanOfCode(opened, line)) continue
      fence = { quoting: opened[1] ?? '', marks: opened[2] ?? '', language: (opened[3] ?? '').toLowerCase() }
      lines = []
    }
  }
  // A fence without an end goes on to the end of the file.
  if (fence) add(cutFence(text, fence, lines))
  return { pieces, syntaxErrors, isEmbedded: true }
}
