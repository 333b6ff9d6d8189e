/** One request's place in a trace. W3C Trace Context. */
export type Trace = { readonly traceId: string; readonly spanId: string; readonly sampled: boolean }

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/
const NOTHING = /^0+$/

const randomHexadecimal = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Continues the trace that a request belongs to, or starts one: a header that cannot be read starts a new trace. */
export function continueTrace(header: string | null): Trace {
  const [, traceId = '', parentId = '', flags = '00'] = TRACEPARENT.exec(header ?? '') ?? []
  const spanId = randomHexadecimal(8)
  if (traceId === '' || NOTHING.test(traceId) || NOTHING.test(parentId))
    return { traceId: randomHexadecimal(16), spanId, sampled: false }
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 }
}

/** The trace as the header that goes to whoever is called next. */
export const toTraceparent = ({ traceId, spanId, sampled }: Trace): string =>
  `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`
