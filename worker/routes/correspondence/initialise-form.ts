import { fail, ok, type Result } from '@straks/shared'
import { authenticate, CORRESPONDENCE_WRITE } from '../../auth/authenticate.ts'
import type { Failure } from '../../failure.ts'
import { type Exchange, refuse } from '../../http/exchange.ts'
import { readBody } from '../../http/read-body.ts'
import { formDocument } from './form-document.ts'
import { initialise } from './initialise.ts'

const FORM_TYPE = 'multipart/form-data'

/** Reads a request's form, files and all; the whole of it is held to the size of any other body. */
async function readForm(request: Request): Promise<Result<FormData, Failure>> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.toLowerCase().startsWith(FORM_TYPE))
    return fail({ reason: 'content-type-unsupported', expected: FORM_TYPE })
  const body = await readBody(request)
  if (!body.ok) return body
  try {
    return ok(await new Response(body.value, { headers: { 'content-type': type } }).formData())
  } catch {
    // The parser's own message may quote the form.
    return fail({ reason: 'body-not-form' })
  }
}

/** `POST …/correspondence/upload`: the same as a form, with references to files. `spec/correspondence.md` 1.2. */
export async function initialiseFromForm(request: Request, exchange: Exchange): Promise<Response> {
  const principal = await authenticate(request, exchange.verifier, CORRESPONDENCE_WRITE, Date.now())
  if (!principal.ok) return refuse(exchange, principal.failure)
  const form = await readForm(request)
  if (!form.ok) return refuse(exchange, form.failure)
  const document = formDocument(form.value)
  return document.ok ? initialise(exchange, principal.value, document.value) : refuse(exchange, document.failure)
}
