import { fail, limits, nestsDeeperThan, ok, parseJson, type Result } from '@straks/shared'
import type { Failure } from '../../domain/failure.ts'
import { readHeader } from '../../platform/read-header.ts'
import { readBody } from './read-body.ts'

const JSON_TYPE = 'application/json'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

function parse(bytes: Uint8Array): Result<unknown, Failure> {
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
  const [type = ''] = (readHeader(request, 'content-type') ?? '').split(';')
  if (type.trim().toLowerCase() !== JSON_TYPE) return fail({ reason: 'content-type-unsupported', expected: JSON_TYPE })
  const bytes = await readBody(request)
  return bytes.ok ? parse(bytes.value) : bytes
}
