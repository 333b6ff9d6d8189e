/** What a scanner finds, in the order of the body. */
export type ScannedPiece =
  /** A part begins; its header lines as text. */
  | { readonly kind: 'part'; readonly headers: string }
  /** Some of the part's content. */
  | { readonly kind: 'data'; readonly bytes: Uint8Array }
  | { readonly kind: 'part-end' }

/** A body that is not a form, or not one whole. */
export class MalformedMultipart extends Error {
  override readonly name = 'MalformedMultipart'
}

const CR = 13
const LF = 10
const DASH = 45

const CRLF = Uint8Array.of(CR, LF)
const BLANK_LINE = Uint8Array.of(CR, LF, CR, LF)

/** Bytes of one part's headers: as many as other servers take of a whole request's. */
const HEADERS_MAX_BYTES = 16_384

/** Spaces and tabs that may stand between a boundary and the end of its line. RFC 2046 5.1.1. */
const PADDING_MAX_BYTES = 64

const decoder = new TextDecoder()
const encoder = new TextEncoder()

const NOTHING = new Uint8Array()

/** Bytes after a CR that are looked through one by one: where CRs are dense, asking the platform for each is slow. */
const NEAR_BYTES = 32

function nextCr(bytes: Uint8Array, from: number): number {
  const near = Math.min(from + NEAR_BYTES, bytes.length)
  for (let at = from; at < near; at++) if (bytes[at] === CR) return at
  return bytes.indexOf(CR, near)
}

/** Where a pattern that begins with CR stands in the bytes. Linear: it is compared from each CR to the next at most. */
function find(bytes: Uint8Array, pattern: Uint8Array): number {
  for (let at = bytes.indexOf(CR); at >= 0; at = nextCr(bytes, at + 1)) {
    let length = 1
    while (length < pattern.length && bytes[at + length] === pattern[length]) length++
    if (length === pattern.length) return at
  }
  return -1
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  if (one.length === 0) return other
  const whole = new Uint8Array(one.length + other.length)
  whole.set(one)
  whole.set(other, one.length)
  return whole
}

const isPadding = (byte: number | undefined): boolean => byte === 32 || byte === 9

/**
 * Cuts a multipart body into its parts while it comes in, in time linear to its size: what a file contains passes through,
 * and never more is kept than the headers of a part. RFC 2046 section 5.1, RFC 7578.
 */
export class MultipartScanner {
  readonly #delimiter: Uint8Array
  /** What has been pushed and is not decided. The delimiter of the first part may have no line before it. */
  #rest: Uint8Array = CRLF
  #state: 'preamble' | 'delimiter' | 'headers' | 'body' | 'done' = 'preamble'

  constructor(boundary: string) {
    this.#delimiter = encoder.encode(`\r\n--${boundary}`)
  }

  /** Takes the next bytes and tells what they bring. Throws `MalformedMultipart`. */
  *push(chunk: Uint8Array): Generator<ScannedPiece> {
    this.#rest = joined(this.#rest, chunk)
    while (yield* this.#step()) {
      // Each step comes further, until more bytes are needed.
    }
  }

  /** To be called after the last bytes. Throws `MalformedMultipart` where the body's end is missing. */
  end(): void {
    if (this.#state !== 'done') throw new MalformedMultipart('The last boundary is missing')
  }

  /** Takes one step, if the bytes are enough for it. */
  *#step(): Generator<ScannedPiece, boolean> {
    switch (this.#state) {
      case 'preamble':
      case 'body':
        return yield* this.#readContent()
      case 'delimiter':
        return this.#readEndOfDelimiter()
      case 'headers':
        return yield* this.#readHeaders()
      case 'done':
        // An epilogue means nothing.
        this.#rest = NOTHING
        return false
    }
  }

  *#readContent(): Generator<ScannedPiece, boolean> {
    const rest = this.#rest
    const isBody = this.#state === 'body'
    const at = find(rest, this.#delimiter)
    // The last bytes may be the start of a delimiter.
    const until = at >= 0 ? at : Math.max(0, rest.length - this.#delimiter.length + 1)
    if (isBody && until > 0) yield { kind: 'data', bytes: rest.subarray(0, until) }
    this.#rest = rest.subarray(at >= 0 ? at + this.#delimiter.length : until)
    if (at < 0) return false
    if (isBody) yield { kind: 'part-end' }
    this.#state = 'delimiter'
    return true
  }

  /** After a delimiter: two dashes where it was the last one, else the end of the line. */
  #readEndOfDelimiter(): boolean {
    const rest = this.#rest
    if (rest[0] === DASH && rest[1] === DASH) {
      this.#state = 'done'
      return true
    }
    let at = 0
    while (isPadding(rest[at])) at++
    const next = rest.subarray(at, at + CRLF.length)
    const mayEnd = next.every((byte, index) => byte === CRLF[index]) || (rest.length === 1 && rest[0] === DASH)
    if (!mayEnd || at > PADDING_MAX_BYTES) throw new MalformedMultipart('A boundary does not end its line')
    if (next.length < CRLF.length) return false
    // The end of the line stays: a part without headers begins with the blank line.
    this.#rest = rest.subarray(at)
    this.#state = 'headers'
    return true
  }

  *#readHeaders(): Generator<ScannedPiece, boolean> {
    const rest = this.#rest
    const at = find(rest, BLANK_LINE)
    if (at > HEADERS_MAX_BYTES || (at < 0 && rest.length > HEADERS_MAX_BYTES + BLANK_LINE.length))
      throw new MalformedMultipart('The headers of a part are too long')
    if (at < 0) return false
    this.#rest = rest.subarray(at + BLANK_LINE.length)
    this.#state = 'body'
    yield { kind: 'part', headers: decoder.decode(rest.subarray(0, at)) }
    return true
  }
}
