/** What differs from run to run: ids, times, traces and secrets. */
const VARYING =
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)|\b[0-9a-f]{32}\b|whsec_[\w+/=]+/gi

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const fewest = (one: readonly string[], other: readonly string[]): readonly string[] =>
  other.length < one.length ? other : one

/**
 * Where two answers are made of different members, or of other kinds of values. What is empty or not known in one of them
 * says nothing: another run may have had something to tell. Of a list, the item that is most alike counts: which comes
 * first depends on what had been done when it was asked for.
 */
export function differences(one: unknown, other: unknown, path = ''): readonly string[] {
  if (one === null || other === null) return []
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === 0 || other.length === 0
      ? []
      : one.map((item) => differences(item, other[0], `${path}/0`)).reduce(fewest)
  if (!isObject(one) || !isObject(other)) return typeof one === typeof other ? [] : [path]
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((name) =>
    name in one && name in other ? differences(one[name], other[name], `${path}/${name}`) : [`${path}/${name}`],
  )
}

/** A text without what differs from run to run. */
export const settled = (text: string): string => text.replace(VARYING, '…')
