import { readFile } from 'node:fs/promises'
import { buffer as readStream } from 'node:stream/consumers'
import { fail, ok, type Result } from '@straks/shared'
import { fileForm } from '../../document/file-form.ts'
import { type FoundFile, STANDARD_INPUT } from './find-files.ts'
import type { Source } from './lint-source.ts'
import { replaceFile } from './replace-file.ts'

const BYTE_ORDER_MARK = '\ufeff'

/** A source as it was read, with what is not part of its text. */
type ReadSource = Source & { readonly byteOrderMark: boolean }

/** Why a file cannot be read or written, in one word where the system has one. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

/** How JSON begins, or what is nearly JSON; a template, a list of a program or a heading of TOML begins otherwise. */
const BEGINS_AS_JSON = /^\s*(?:$|["\d]|\{(?:$|[\s"'}\w/])|\[(?:$|[\s"{[\]\d/])|\/[/*])/

/** UTF-16 units that tell whether a text is JSON. */
const BEGINNING_UNITS = 1_000

/** Whether a text can be judged: its name says how it is to be read, or it begins as JSON does. */
const isLookedInto = (name: string, text: string): boolean =>
  fileForm(name) !== undefined || BEGINS_AS_JSON.test(text.slice(0, BEGINNING_UNITS))

const NOT_LOOKED_INTO = 'neither JSON nor a kind of file that is looked into'
const NO_TEXT = 'not a text in UTF-8'
const TWO_MARKS = 'two byte-order marks'

/** Why a file that was read holds nothing that the API would take for a request. */
export const HOLDS_NO_REQUEST: ReadonlySet<string> = new Set([NOT_LOOKED_INTO, NO_TEXT, TWO_MARKS])

/** Reads a file, or standard input; fails with the reason in a few words. */
export async function readSource({ file, named }: FoundFile, stdinName: string): Promise<Result<ReadSource, string>> {
  const isStandardInput = file === STANDARD_INPUT
  try {
    const bytes = isStandardInput ? await readStream(process.stdin) : await readFile(file)
    const whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const byteOrderMark = whole.startsWith(BYTE_ORDER_MARK)
    const text = byteOrderMark ? whole.slice(1) : whole
    // The API passes over one mark, and refuses what has another behind it.
    if (text.startsWith(BYTE_ORDER_MARK)) return fail(TWO_MARKS)
    const name = isStandardInput ? stdinName : file
    if (!isLookedInto(name, text)) return fail(NOT_LOOKED_INTO)
    return ok({ name, text, named, byteOrderMark })
  } catch (error) {
    if (error instanceof TypeError) return fail(NO_TEXT)
    return fail(reasonOf(error))
  }
}

/** A text as it is written back, with the mark that its source began with. */
export const withMark = ({ byteOrderMark }: ReadSource, text: string): string =>
  byteOrderMark ? BYTE_ORDER_MARK + text : text

/** Writes a text back to its file, if that still says what was read; fails with the reason in a few words. */
export async function writeSource(source: ReadSource, text: string): Promise<Result<void, string>> {
  try {
    const now = await readFile(source.name, 'utf8')
    if (now !== withMark(source, source.text)) return fail('changed meanwhile')
    return ok(await replaceFile(source.name, withMark(source, text)))
  } catch (error) {
    return fail(reasonOf(error))
  }
}
