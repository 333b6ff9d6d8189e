import { withTimeout } from '../../platform/timeout.ts'

/**
 * How long a small body may take as a whole, and the next part of a file. Without it, a client that sends a byte now and then keeps
 * its connection, and what it has sent, for as long as it likes. RFC 9110 15.5.9.
 */
export const BODY_WITHIN_MS = 30_000

/** A client has not sent the rest of its body: not in time, or it has hung up. That is no failure of the service. */
export class BodyIncomplete extends Error {
  override readonly name = 'BodyIncomplete'
}

export type BodyReader = Pick<ReadableStreamDefaultReader<Uint8Array>, 'read' | 'cancel'>

/** What comes of reading a body; `undefined` where the rest of it did not come. */
export async function ifComplete<Value>(work: Promise<Value>): Promise<Value | undefined> {
  try {
    return await work
  } catch (error) {
    if (error instanceof BodyIncomplete) return undefined
    throw error
  }
}

/**
 * Reads a body of any length, of which each part must come in time.
 *
 * @throws {BodyIncomplete} from `read`
 */
export function readInTime(body: ReadableStream<Uint8Array>, withinMs = BODY_WITHIN_MS): BodyReader {
  const reader = body.getReader()
  return {
    read: async () => {
      const part = await withTimeout(withinMs, reader.read()).catch(() => undefined)
      if (part) return part
      throw new BodyIncomplete()
    },
    cancel: () => reader.cancel(),
  }
}
