import { limits } from '@straks/shared'
import { joinBytes } from '../../../domain/bytes.ts'
import type { BodyReader } from '../body-reader.ts'
import { decoderFor } from '../charset.ts'
import { type Disposition, dispositionOf } from './content-disposition.ts'
import { MalformedMultipart, MultipartScanner, type ScannedPiece } from './multipart-scanner.ts'

/** What of a form is no file's content is more than any other body may have. */
export class FormTooLarge extends Error {
  override readonly name = 'FormTooLarge'
}

/** One part of a form. Its content is read, or passed over, before the next part comes. */
export type FormPart = Disposition & { readonly content: AsyncIterable<Uint8Array> }

/** How much has come in: all of it, and the content of files. */
type Counts = { all: number; files: number }

type Reader = Pick<BodyReader, 'read'>

async function* piecesOf(reader: Reader, boundary: string, counts: Counts): AsyncGenerator<ScannedPiece> {
  const scanner = new MultipartScanner(boundary)
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    counts.all += part.value.byteLength
    yield* scanner.push(part.value)
    if (counts.all - counts.files > limits.REQUEST_BODY_MAX_BYTES) throw new FormTooLarge('The form is too large')
  }
  scanner.end()
}

/**
 * The parts of a form while it comes in. The reader of a file sets its limit; everything else together is
 * held to the size of any other body. Throws `MalformedMultipart` and `FormTooLarge`.
 */
export async function* partsOf(reader: Reader, boundary: string): AsyncGenerator<FormPart> {
  const counts: Counts = { all: 0, files: 0 }
  const pieces = piecesOf(reader, boundary, counts)

  async function* contentOf(isFile: boolean): AsyncGenerator<Uint8Array> {
    for (let next = await pieces.next(); !next.done && next.value.kind === 'data'; next = await pieces.next()) {
      if (isFile) counts.files += next.value.bytes.byteLength
      yield next.value.bytes
    }
  }

  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    if (next.value.kind !== 'part') continue
    const disposition = dispositionOf(next.value.headers)
    if (!disposition) throw new MalformedMultipart('A part has no name')
    yield { ...disposition, content: contentOf(disposition.fileName !== undefined) }
  }
}

/** What a text begins with that names its own encoding, whatever is said of it. */
const BYTE_ORDER_MARKS = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const

const charsetByMark = (bytes: Uint8Array): string | undefined =>
  BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0]

/**
 * The content of a field, in the character set that its part names: Java's clients name ISO-8859-1 unless they are told
 * otherwise. Without one that is known it is UTF-8. RFC 7578 section 4.4.
 */
export async function fieldTextOf({ content, charset }: FormPart): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  const bytes = joinBytes(chunks)
  const decoder = decoderFor(charsetByMark(bytes) ?? charset ?? 'utf-8') ?? new TextDecoder()
  return decoder.decode(bytes)
}
