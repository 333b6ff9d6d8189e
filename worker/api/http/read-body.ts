import { fail, limits, ok, type Result } from '@straks/shared'
import { joinBytes } from '../../domain/bytes.ts'
import type { Failure } from '../../domain/failure.ts'
import { readHeader } from '../../platform/read-header.ts'
import { withTimeout } from '../../platform/timeout.ts'
import { BODY_WITHIN_MS, BodyIncomplete, type BodyReader, ifComplete, readInTime } from './body-reader.ts'

/**
 * How much of a body that is too large is read and dropped: a client that is cut off while it writes sees a broken
 * connection instead of its answer. Bounded, because a body without end would never be answered.
 */
const LET_THROUGH_BYTES = 33_554_432

/** Reads on without keeping anything, up to a bound of size and time. */
export const letThrough = async (reader: BodyReader): Promise<void> =>
  void (await withTimeout(BODY_WITHIN_MS, drain(reader)))

async function drain(reader: BodyReader): Promise<void> {
  let size = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength
    if (size > LET_THROUGH_BYTES) return reader.cancel()
  }
}

/**
 * Reads and drops a body that was refused before anything read it. A runtime closes the connection of a body that is left,
 * and a client that has sent its next request on it by then gets no answer to that.
 */
export async function dropUnread(request: Request): Promise<void> {
  if (request.bodyUsed || !request.body || Number(readHeader(request, 'content-length')) > LET_THROUGH_BYTES) return
  await ifComplete(letThrough(readInTime(request.body)))
}

/**
 * Work on a body that is to end even where its client hangs up in the middle: what it has begun is cleaned up. The result
 * goes to the caller that waits for it.
 */
export const toEnd = (work: Promise<unknown>): Promise<void> =>
  work.then(
    () => undefined,
    () => undefined,
  )

/** Reads a body up to the limit and keeps no byte beyond it, so that a body that is too large is never in memory whole. */
export async function readBody(request: Request, withinMs = BODY_WITHIN_MS): Promise<Result<Uint8Array, Failure>> {
  const whole = await withTimeout(withinMs, ifComplete(readWhole(request)))
  return whole ?? fail({ reason: 'body-incomplete', withinMs })
}

async function readAnnounced(request: Request): Promise<Uint8Array> {
  try {
    return new Uint8Array(await request.arrayBuffer())
  } catch {
    throw new BodyIncomplete()
  }
}

async function readWhole(request: Request): Promise<Result<Uint8Array, Failure>> {
  const limitBytes = limits.REQUEST_BODY_MAX_BYTES
  const tooLarge = fail({ reason: 'body-too-large', limitBytes } as const)
  const announced = readHeader(request, 'content-length')
  if (announced !== null && Number(announced) > limitBytes) return tooLarge
  if (announced !== null) return ok(await readAnnounced(request))
  if (!request.body) return ok(new Uint8Array())
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = readInTime(request.body)
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength
    if (size > limitBytes) {
      await letThrough(reader)
      return tooLarge
    }
    chunks.push(part.value)
  }
  return ok(joinBytes(chunks))
}
