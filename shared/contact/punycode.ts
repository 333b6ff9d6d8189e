/** Parameters of Punycode. RFC 3492 5. */
const BASE = 36
const T_MIN = 1
const T_MAX = 26
const SKEW = 38
const DAMP = 700
const INITIAL_BIAS = 72
const FIRST_BEYOND_ASCII = 0x80

const ACE_PREFIX_OCTETS = 'xn--'.length

/** RFC 3492 6.1. */
function adapt(delta: number, points: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / DAMP) : delta >> 1
  rest += Math.floor(rest / points)
  let bias = 0
  while (rest > ((BASE - T_MIN) * T_MAX) >> 1) {
    rest = Math.floor(rest / (BASE - T_MIN))
    bias += BASE
  }
  return bias + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW))
}

/** How many digits a number takes. RFC 3492 6.3. */
function digitsOf(delta: number, bias: number): number {
  let digits = 1
  let rest = delta
  for (let position = BASE; ; position += BASE) {
    const threshold = Math.min(T_MAX, Math.max(T_MIN, position - bias))
    if (rest < threshold) return digits
    rest = Math.floor((rest - threshold) / (BASE - threshold))
    digits += 1
  }
}

/**
 * How many octets a label of a domain name takes as DNS knows it: `bücher` is `xn--bcher-kva`, 13. Only the length is
 * reckoned, which is all that a limit needs. Time in proportion to the square of the label: cut it off beforehand.
 */
export function asciiLabelOctets(label: string): number {
  const points = Array.from(label, (character) => character.codePointAt(0) ?? 0)
  const basic = points.filter((point) => point < FIRST_BEYOND_ASCII).length
  if (basic === points.length) return basic
  let octets = ACE_PREFIX_OCTETS + basic + (basic > 0 ? 1 : 0)
  let handled = basic
  let delta = 0
  let bias = INITIAL_BIAS
  let from = FIRST_BEYOND_ASCII
  while (handled < points.length) {
    const next = points.reduce(
      (least, point) => (point >= from && point < least ? point : least),
      Number.MAX_SAFE_INTEGER,
    )
    delta += (next - from) * (handled + 1)
    for (const point of points) {
      if (point < next) delta += 1
      if (point !== next) continue
      octets += digitsOf(delta, bias)
      bias = adapt(delta, handled + 1, handled === basic)
      delta = 0
      handled += 1
    }
    delta += 1
    from = next + 1
  }
  return octets
}
