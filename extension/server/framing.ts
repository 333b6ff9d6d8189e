import { Transform, type TransformCallback } from 'node:stream'

/** A header is two short lines. What is longer is none. */
const HEADER_MAX_BYTES = 8_192

/** Far more than the largest document an editor opens; what promises more is a slip, or is made to fill the memory. */
const MESSAGE_MAX_BYTES = 128 * 1_024 * 1_024

const LENGTH = /content-length:[ \t]*(\d{1,15})[ \t]*(?=\r?\n|$)/gi

const HEADER_END = /\r?\n\r?\n/

/** The length that a header names; `undefined` where it names none, or two. Before it the rest of what could not be read may stand. */
function lengthIn(header: string): number | undefined {
  const [length, ...others] = new Set(Array.from(header.matchAll(LENGTH), ([, digits]) => Number(digits)))
  return length !== undefined && others.length === 0 && length <= MESSAGE_MAX_BYTES ? length : undefined
}

/**
 * Passes on the messages of a client that say how long they are, each with a header of its own.
 *
 * After a header that the protocol's library cannot read it waits for ever; here such a header is passed over and told,
 * and the next message is served.
 */
export class Framing extends Transform {
  readonly #tell: (problem: string) => void
  #waiting = Buffer.alloc(0)
  /** Bytes of the present message that have not come yet. */
  #missing = 0

  constructor(tell: (problem: string) => void) {
    super()
    this.#tell = tell
  }

  override _transform(chunk: Buffer<ArrayBuffer>, _encoding: BufferEncoding, done: TransformCallback): void {
    let rest = chunk
    while (rest.length > 0) {
      if (this.#missing > 0) {
        const body = rest.subarray(0, this.#missing)
        this.#missing -= body.length
        this.push(body)
        rest = rest.subarray(body.length)
        continue
      }
      rest = this.#readHeader(Buffer.concat([this.#waiting, rest]))
    }
    done()
  }

  /** Reads a header, or keeps what may be the start of one; returns what stands behind it. */
  #readHeader(bytes: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
    // One byte a character, so that places in the text are places in the bytes.
    const text = bytes.toString('latin1')
    const end = HEADER_END.exec(text)
    if (!end) {
      const isTooLong = bytes.length > HEADER_MAX_BYTES
      if (isTooLong) this.#tell('A message has no header; its bytes are passed over.')
      // The end of what is passed over may be the start of a header.
      this.#waiting = isTooLong ? bytes.subarray(-HEADER_MAX_BYTES / 2) : bytes
      return Buffer.alloc(0)
    }
    this.#waiting = Buffer.alloc(0)
    const length = lengthIn(text.slice(0, end.index))
    if (length === undefined) this.#tell('A header names no length that can be read; its message is passed over.')
    else {
      this.push(`Content-Length: ${length}\r\n\r\n`)
      this.#missing = length
    }
    return bytes.subarray(end.index + end[0].length)
  }
}
