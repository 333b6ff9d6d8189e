import { fail, limits, ok, type Result } from '@straks/shared'
import type { StoredFile } from '../../attachments/record.ts'
import { storeFile } from '../../attachments/store-file.ts'
import type { Failure } from '../../domain/failure.ts'
import { attachmentOf } from '../../platform/objects.ts'
import { readHeader } from '../../platform/read-header.ts'
import { attachmentRefusal } from '../attachments/refusals.ts'
import { BODY_WITHIN_MS, BodyIncomplete, type BodyReader, readInTime } from '../http/body-reader.ts'
import { boundaryOf } from '../http/multipart/boundary.ts'
import { MalformedMultipart } from '../http/multipart/multipart-scanner.ts'
import { type FormPart, FormTooLarge, fieldTextOf, partsOf } from '../http/multipart/read-parts.ts'
import { letThrough, toEnd } from '../http/read-body.ts'
import type { RequestContext } from '../http/request-context.ts'

export const FORM_TYPE = 'multipart/form-data'

/** A file of a form: stored, and not yet given to a correspondence. */
export type FormFile = { readonly attachmentId: string; readonly name: string; readonly file: StoredFile }

export type Form = { readonly fields: readonly (readonly [string, string])[]; readonly files: readonly FormFile[] }

/** Stores a file of a form. What else the form says of it is told when a correspondence gets it. */
async function storeFormFile(
  { env, trace }: RequestContext,
  organization: string,
  part: FormPart & { readonly fileName: string },
): Promise<Result<FormFile, Failure>> {
  const attachmentId = crypto.randomUUID()
  await attachmentOf(env, attachmentId).create({
    attachmentId,
    organization,
    resourceId: '',
    fileName: part.fileName,
    displayName: undefined,
    sendersReference: '',
    isEncrypted: false,
    checksum: undefined,
    createdAtMs: Date.now(),
    traceId: trace.traceId,
    isStaged: true,
  })
  const file = await storeFile(env, { attachmentId, organization }, part.content)
  return file.ok ? ok({ attachmentId, name: part.fileName, file: file.value }) : fail(attachmentRefusal(file.failure))
}

/** Whether a part is the file that a browser sends where none was chosen: without a name, and empty. */
async function isUnchosen({ fileName, content }: FormPart): Promise<boolean> {
  if (fileName !== '') return false
  for await (const bytes of content) if (bytes.byteLength > 0) return false
  return true
}

/** Reads the parts into `fields` and `files`, which keep what came before a failure. */
async function readParts(
  context: RequestContext,
  organization: string,
  parts: AsyncIterable<FormPart>,
  { fields, files }: { fields: [string, string][]; files: FormFile[] },
): Promise<Result<undefined, Failure>> {
  for await (const part of parts) {
    const { name, fileName } = part
    if (fileName === undefined) fields.push([name, await fieldTextOf(part)])
    else if (await isUnchosen(part)) continue
    else if (fileName === '') return fail({ reason: 'correspondence-refused', code: 2010 })
    else if (files.length === limits.MESSAGE_MAX_COUNTS.attachments)
      return fail({ reason: 'correspondence-refused', code: 1038 })
    else {
      const file = await storeFormFile(context, organization, { ...part, fileName })
      if (!file.ok) return file
      files.push(file.value)
    }
  }
  return ok(undefined)
}

function failureOf(error: unknown): Failure | undefined {
  if (error instanceof FormTooLarge) return { reason: 'body-too-large', limitBytes: limits.REQUEST_BODY_MAX_BYTES }
  if (error instanceof BodyIncomplete) return { reason: 'body-incomplete', withinMs: BODY_WITHIN_MS }
  return error instanceof MalformedMultipart ? { reason: 'body-not-form', why: 'syntax' } : undefined
}

/** Gives up the files of a form that came to nothing. One that cannot be given up now is erased by itself later. */
export async function discardFiles({ env }: RequestContext, organization: string, files: readonly FormFile[]) {
  await Promise.allSettled(files.map(({ attachmentId }) => attachmentOf(env, attachmentId).purge(organization)))
}

async function read(
  reader: BodyReader,
  boundary: string,
  context: RequestContext,
  organization: string,
): Promise<Result<Form, Failure>> {
  const form: { fields: [string, string][]; files: FormFile[] } = { fields: [], files: [] }
  let failure: Failure | undefined
  try {
    const whole = await readParts(context, organization, partsOf(reader, boundary), form)
    if (whole.ok) return ok(form)
    failure = whole.failure
  } catch (error) {
    failure = failureOf(error)
    if (!failure) throw error
  } finally {
    if (failure) await discardFiles(context, organization, form.files)
  }
  await letThrough(reader)
  return fail(failure)
}

/**
 * Reads a request's form while it comes in, and stores its files on the way: none is ever in memory whole. Where the form
 * is refused, nothing of it is left.
 */
export async function readForm(
  request: Request,
  context: RequestContext,
  organization: string,
): Promise<Result<Form, Failure>> {
  const type = readHeader(request, 'content-type') ?? ''
  if (!type.toLowerCase().startsWith(FORM_TYPE))
    return fail({ reason: 'content-type-unsupported', expected: FORM_TYPE })
  const boundary = boundaryOf(type)
  if (boundary === undefined || !request.body) return fail({ reason: 'body-not-form', why: 'syntax' })
  const reading = read(readInTime(request.body), boundary, context, organization)
  context.afterwards(toEnd(reading))
  return reading
}
