import type { Operation } from '../../scripts/generate/operation-index.ts'

const isParameter = (segment: string): boolean => segment.startsWith('{')

const segmentPattern = (segment: string): string =>
  isParameter(segment) ? '[^/]+' : segment.replaceAll('.', String.raw`\.`)

const parametersIn = (path: string): number => path.split('/').filter(isParameter).length

/**
 * The names of the operations that requests called.
 *
 * @param requests method and path of each, without a query: `GET /health`. One that fits several operations called the one
 *   with the fewest parameters: `/orders/email` is no order with the id `email`.
 */
export function operationsCalled(operations: readonly Operation[], requests: Iterable<string>): ReadonlySet<string> {
  const patterns = operations
    .toSorted((one, other) => parametersIn(one.name) - parametersIn(other.name))
    .map(({ name }) => ({ name, pattern: new RegExp(`^${name.split('/').map(segmentPattern).join('/')}$`, 'i') }))
  const called = [...new Set(requests)].map(
    (request) => patterns.find(({ pattern }) => pattern.test(request.replace(/\/$/, '')))?.name,
  )
  return new Set(called.filter((name) => name !== undefined))
}
