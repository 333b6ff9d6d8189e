const REMEMBERED = 'straks.ids'

type Ids = Readonly<Record<string, string>>

function read(): Ids {
  try {
    const ids: unknown = JSON.parse(sessionStorage.getItem(REMEMBERED) ?? '{}')
    return typeof ids === 'object' && ids !== null ? { ...ids } : {}
  } catch {
    return {}
  }
}

/** The members by which answers name what they have made, and the parts of paths that take them. */
const NAMES = new Map([
  ['notificationOrderId', 'orders'],
  ['shipmentId', 'shipment'],
  ['correspondenceId', 'correspondence'],
])

/** The first segment of a path that says whose id follows. */
const kindOf = (path: string): string =>
  path.split('/').find((_, index, parts) => parts[index + 1]?.startsWith('{')) ?? ''

/** The id that was last answered for this kind of path. */
export const knownId = (path: string): string => read()[kindOf(path)] ?? ''

/** Remembers the ids in an answer, for the operations that need one. */
export function rememberIds(path: string, answer: unknown): void {
  const found: Record<string, string> = {}
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [name, inner] of Object.entries(value)) {
      const kind = name === 'id' ? path.split('/').at(-1) : NAMES.get(name)
      if (typeof inner === 'string' && kind !== undefined) found[kind] ??= inner
      else look(inner)
    }
  }
  look(answer)
  try {
    sessionStorage.setItem(REMEMBERED, JSON.stringify({ ...read(), ...found }))
  } catch {
    // A browser that keeps nothing: the reader writes the id.
  }
}

/** The first shipment that an answer names. */
export function shipmentIn(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined
  for (const [name, inner] of Object.entries(answer)) {
    if (name === 'shipmentId' && typeof inner === 'string') return inner
    const below = shipmentIn(inner)
    if (below !== undefined) return below
  }
  return undefined
}
