import { toHex } from '../domain/bytes.ts'

/** One request's place in a trace. W3C Trace Context. */
export type Trace = { readonly traceId: string; readonly spanId: string; readonly sampled: boolean }

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/
const NOTHING = /^0+$/

/** Drawn at once: a draw costs the same for many bytes as for a few. */
const DRAWN_BYTES = 4_096
const DIGITS_PER_BYTE = 2

let drawn = ''
let used = 0

/** Random digits for names of traces. They are no secret, but must not be given twice. */
function randomHexadecimal(bytes: number): string {
  const length = bytes * DIGITS_PER_BYTE
  if (used + length > drawn.length) {
    drawn = toHex(crypto.getRandomValues(new Uint8Array(DRAWN_BYTES)))
    used = 0
  }
  used += length
  return drawn.slice(used - length, used)
}

/** Continues the trace that a request belongs to, or starts one: a header that cannot be read starts a new trace. */
export function continueTrace(header: string | null): Trace {
  const [, traceId = '', parentId = '', flags = '00'] = TRACEPARENT.exec(header ?? '') ?? []
  const spanId = randomHexadecimal(8)
  if (traceId === '' || NOTHING.test(traceId) || NOTHING.test(parentId))
    return { traceId: randomHexadecimal(16), spanId, sampled: false }
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 }
}

/** The trace as a header for the next service. */
export const toTraceparent = ({ traceId, spanId, sampled }: Trace): string =>
  `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`
