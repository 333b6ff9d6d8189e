/** What a run reads of the API's description. */
export type Description = { readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> }

const METHODS = ['get', 'post', 'put', 'patch', 'delete']

const isParameter = (segment: string): boolean => segment.startsWith('{')

const segmentPattern = (segment: string): string =>
  isParameter(segment) ? '[^/]+' : segment.replaceAll('.', String.raw`\.`)

const parametersIn = (path: string): number => path.split('/').filter(isParameter).length

/**
 * The operations of a description that no request called.
 *
 * @param requests method and path of each, without a query: `GET /health`. One that fits several operations called the one
 *   with the fewest parameters: `/orders/email` is no order with the id `email`.
 */
export function operationsNotCalled({ paths }: Description, requests: Iterable<string>): readonly string[] {
  const operations = Object.entries(paths)
    .toSorted(([one], [other]) => parametersIn(one) - parametersIn(other))
    .flatMap(([path, item]) =>
      METHODS.filter((method) => method in item).map((method) => ({
        name: `${method.toUpperCase()} ${path}`,
        pattern: new RegExp(`^${method} ${path.split('/').map(segmentPattern).join('/')}$`, 'i'),
      })),
    )
  const called = new Set<string>()
  for (const request of new Set(requests)) {
    const operation = operations.find(({ pattern }) => pattern.test(request.replace(/\/$/, '')))
    if (operation) called.add(operation.name)
  }
  return operations.flatMap(({ name }) => (called.has(name) ? [] : [name]))
}
