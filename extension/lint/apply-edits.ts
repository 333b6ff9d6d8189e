import type { Edit } from '@straks/shared'
import { applyEdits as applyTextEdits, type FormattingOptions, modify } from 'jsonc-parser'
import { treeOf } from '../document/parse-piece.ts'
import { locate } from '../document/tree.ts'
import type { PieceFix, TextEdit } from './finding.ts'

const INDENTED_LINE = /\r?\n([ \t]+)\S/

/** How a text indents and ends its lines, so that what is added looks as if it had always been there. */
function styleOf(text: string): FormattingOptions {
  const indent = INDENTED_LINE.exec(text)?.[1] ?? '  '
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  }
}

const replaced = (text: string, { start, end, text: by }: TextEdit): string =>
  text.slice(0, start) + by + text.slice(end)

/** Writes a value the way its surroundings are written. */
function write(text: string, at: number, value: unknown): string {
  if (!text.includes('\n') || typeof value !== 'object') return JSON.stringify(value)
  const lineStart = text.lastIndexOf('\n', at) + 1
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? ''
  const { insertSpaces, tabSize, eol } = styleOf(text)
  return JSON.stringify(value, null, insertSpaces ? tabSize : '\t').replaceAll('\n', `${eol}${indent}`)
}

function apply(text: string, edit: Edit): string {
  const tree = treeOf(text)
  const { found, whole } = tree ? locate(tree, edit.path) : { found: undefined, whole: false }
  if (edit.kind === 'rename') {
    const key = whole ? found?.key : undefined
    if (!key) return text
    return replaced(text, { start: key.offset, end: key.offset + key.length, text: JSON.stringify(edit.name) })
  }
  if (edit.kind === 'set' && whole && found) {
    const { offset, length } = found.value
    return replaced(text, { start: offset, end: offset + length, text: write(text, offset, edit.value) })
  }
  const value = edit.kind === 'set' ? edit.value : undefined
  return applyTextEdits(text, modify(text, [...edit.path], value, { formattingOptions: styleOf(text) }))
}

/** What a request's text becomes when a finding is put right. */
export function applyPieceFix(text: string, fix: PieceFix): string {
  if ('textEdit' in fix) return replaced(text, fix.textEdit)
  return fix.edits.reduce(apply, text)
}

/** The one replacement that makes the second text of the first, as short as it can be; `undefined` if they are equal. */
export function difference(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let tail = 0
  const most = Math.min(before.length, after.length) - start
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) }
}
