/** The names of a path's parameters: `'id'` for `/orders/{id}/status`. */
export type ParameterOf<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParameterOf<Rest>
  : never

/** What a request's path says for each parameter, percent-decoded, in the caller's own letter case. */
export type PathParameters<Path extends string> = Readonly<Record<ParameterOf<Path>, string>>

type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'parameter'; readonly name: string }

/** A path as its segments. */
export type Pattern = readonly Segment[]

const PARAMETER = /^\{(\w+)\}$/

const partsOf = (path: string): readonly string[] => {
  const parts = path.split('/').slice(1)
  while (parts.at(-1) === '') parts.pop()
  return parts
}

/** Reads a declared path such as `/orders/{id}/status`. */
export const toPattern = (path: string): Pattern =>
  partsOf(path).map((part) => {
    const [, parameter] = PARAMETER.exec(part) ?? []
    return parameter === undefined
      ? { kind: 'literal', text: part.toLowerCase() }
      : { kind: 'parameter', name: parameter }
  })

/**
 * The segments of a request's path, each percent-decoded after the split, so that `%2F` never becomes a separator. Slashes
 * at the end do not count. `undefined` where an escape is malformed.
 */
export function segmentsOf(pathname: string): readonly string[] | undefined {
  try {
    return partsOf(pathname).map(decodeURIComponent)
  } catch {
    return undefined
  }
}

/** The parameters of a path that matches a pattern of the same length, in any letter case, as .NET matches it. */
export function match(pattern: Pattern, segments: readonly string[]): Readonly<Record<string, string>> | undefined {
  const parameters: Record<string, string> = {}
  for (const [index, segment] of pattern.entries()) {
    const written = segments[index] ?? ''
    switch (segment.kind) {
      case 'parameter':
        if (written === '') return undefined
        parameters[segment.name] = written
        break
      case 'literal':
        if (segment.text !== written.toLowerCase()) return undefined
    }
  }
  return parameters
}

/** Orders patterns of one length: where both match, the one with a literal further left is meant. */
export function compareSpecificity(one: Pattern, other: Pattern): number {
  for (const [index, segment] of one.entries()) {
    const otherKind = other[index]?.kind ?? segment.kind
    if (segment.kind !== otherKind) return segment.kind === 'parameter' ? 1 : -1
  }
  return 0
}
