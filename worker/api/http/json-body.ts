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

/** What a body says, and how that is written. */
type JsonText = { readonly value: unknown; readonly text: string }

function parse(bytes: Uint8Array, decoder: TextDecoder): Result<JsonText, Failure> {
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    return fail({ reason: 'body-not-json', why: 'encoding' })
  }
  if (text.trim() === '') return fail({ reason: 'body-empty' })
  if (nestsDeeperThan(text, limits.JSON_MAX_DEPTH)) return fail({ reason: 'body-not-json', why: 'depth' })
  try {
    return ok({ value: parseJson(text), text })
  } catch {
    // The parser's own message quotes the text, which may contain a code.
    return fail({ reason: 'body-not-json', why: 'syntax' })
  }
}

/** Reads a request's JSON body: its type, its size, its encoding and its syntax, in this order. */
export async function readJsonText(request: Request): Promise<Result<JsonText, Failure>> {
  const contentType = readHeader(request, 'content-type') ?? ''
  const [type = ''] = contentType.split(';')
  if (type.trim().toLowerCase() !== JSON_TYPE) return fail({ reason: 'content-type-unsupported', expected: JSON_TYPE })
  const decoder = decoderOf(contentType)
  if (!decoder) return fail({ reason: 'content-type-unsupported', expected: `${JSON_TYPE}; charset=utf-8` })
  const bytes = await readBody(request)
  return bytes.ok ? parse(bytes.value, decoder) : bytes
}

/** The same where only what it says counts. */
export async function readJsonBody(request: Request): Promise<Result<unknown, Failure>> {
  const body = await readJsonText(request)
  return body.ok ? ok(body.value.value) : body
}
