import { readFile, writeFile } from 'node:fs/promises'
import { text as readStream } from 'node:stream/consumers'
import { fail, ok, type Result } from '@straks/shared'
import { type FoundFile, STANDARD_INPUT } from './find-files.ts'
import type { Source } from './lint-source.ts'

const BYTE_ORDER_MARK = '\ufeff'

/** A source as it was read, with what is not part of its text. */
export type ReadSource = Source & { readonly byteOrderMark: boolean }

/** Reads a file, or standard input; fails with the reason in a few words. */
export async function readSource({ file, named }: FoundFile, stdinName: string): Promise<Result<ReadSource, string>> {
  if (file === STANDARD_INPUT) {
    const text = await readStream(process.stdin)
    return ok({ name: stdinName, text, named, byteOrderMark: false })
  }
  try {
    const whole = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file))
    const byteOrderMark = whole.startsWith(BYTE_ORDER_MARK)
    return ok({ name: file, text: byteOrderMark ? whole.slice(1) : whole, named, byteOrderMark })
  } catch (error) {
    if (error instanceof TypeError) return fail('not a text in UTF-8')
    return fail(error instanceof Error && 'code' in error ? String(error.code) : String(error))
  }
}

/** Writes a text back, with the mark it began with. */
export const writeSource = ({ name, byteOrderMark }: ReadSource, text: string): Promise<void> =>
  writeFile(name, byteOrderMark ? BYTE_ORDER_MARK + text : text)
