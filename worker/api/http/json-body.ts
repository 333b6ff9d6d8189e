import { fail, limits, nestsDeeperThan, ok, parseJson, type Result } from '@straks/shared'
import type { Failure } from '../../domain/failure.ts'
import { readHeader } from '../../platform/read-header.ts'
import { charsetOf, decoderFor } from './charset.ts'
import { readBody } from './read-body.ts'

const JSON_TYPE = 'application/json'

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/** The encodings that Altinn's server reads JSON in. */
const READABLE = ['utf-8', 'utf-16le']

/** What reads a body of this content type; `undefined` where it names a character set that JSON is not read in. */
function decoderOf(contentType: string): TextDecoder | undefined {
  const charset = charsetOf(contentType)
  if (charset === undefined || charset.toLowerCase() === 'utf-8') return UTF_8
  const decoder = decoderFor(charset, { fatal: true })
  return decoder && READABLE.includes(decoder.encoding) ? decoder : undefined
}

function parse(bytes: Uint8Array, decoder: TextDecoder): Result<unknown, Failure> {
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    return fail({ reason: 'body-not-json', why: 'encoding' })
  }
  if (text.trim() === '') return fail({ reason: 'body-empty' })
  if (nestsDeeperThan(text, limits.JSON_MAX_DEPTH)) return fail({ reason: 'body-not-json', why: 'depth' })
  try {
    return ok(parseJson(text))
  } catch {
    // The parser's own message quotes the text, which may contain a code.
    return fail({ reason: 'body-not-json', why: 'syntax' })
  }
}

/** Reads a request's JSON body: its type, its size, its encoding and its syntax, in this order. */
export async function readJsonBody(request: Request): Promise<Result<unknown, Failure>> {
  const contentType = readHeader(request, 'content-type') ?? ''
  const [type = ''] = contentType.split(';')
  if (type.trim().toLowerCase() !== JSON_TYPE) return fail({ reason: 'content-type-unsupported', expected: JSON_TYPE })
  const decoder = decoderOf(contentType)
  if (!decoder) return fail({ reason: 'content-type-unsupported', expected: `${JSON_TYPE}; charset=utf-8` })
  const bytes = await readBody(request)
  return bytes.ok ? parse(bytes.value, decoder) : bytes
}
