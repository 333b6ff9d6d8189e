import { beforeAll, describe, expect, inject, it } from 'vitest'
import { send } from '#client'
import { Random } from '../simulation/platform/random.ts'
import { Description, type Operation } from './fuzz/description.ts'
import { type FuzzedRequest, Requests } from './fuzz/requests.ts'
import { tokenFor } from './support.ts'

const { requests: REQUESTS, seed: SEED } = inject('fuzz')

/** An answer that has not come by then never will. */
const ANSWERED_WITHIN_MS = 30_000

let description: Description
let token: string
beforeAll(async () => {
  description = await Description.read(send)
  token = await tokenFor({ org: 'fuzzed' })
})

/** An answer, or an error where none comes in time. */
async function answered({ path, init }: FuzzedRequest): Promise<Response> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), ANSWERED_WITHIN_MS)
  })
  try {
    return await Promise.race([send(path, init), silence])
  } finally {
    clearTimeout(timer)
  }
}

/** What is wrong with an answer. */
async function* judge(operation: Operation, { secrets }: FuzzedRequest, response: Response): AsyncGenerator<string> {
  const { status } = response
  const text = await response.text()
  if (status >= 500) yield `answers ${status}`
  const said = status >= 400 ? secrets.find((secret) => text.includes(secret)) : undefined
  if (said !== undefined) yield `repeats ${said}`
  const described = operation.responses[status]
  // A path with a hostile id may be another route's, none, or too long for any.
  if (!described && ![404, 405, 414].includes(status)) yield `answers ${status}, which is not described`
  const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? ''
  const schema = described?.content?.[type]?.schema
  if (!schema || !type.endsWith('json')) return
  const why = description.whyNot(schema, JSON.parse(text))
  if (why !== undefined) yield `answers ${status} with another shape: ${why}`
}

describe('requests that are hostile somewhere', () => {
  it('are answered as the API is described, at once, and never repeated', { timeout: 1_200_000 }, async () => {
    const random = new Random(SEED)
    const requests = new Requests(description, random, token)
    const counts = new Map<number, number>()
    const faults = new Map<string, string>()
    for (let index = 0; index < REQUESTS; index++) {
      const operation = random.pick(description.operations)
      const request = requests.next(operation)
      const name = `request ${index}, ${operation.method} ${operation.path}`
      const response = await answered(request).catch((error: unknown) => {
        throw new Error(`${name}: ${error}`)
      })
      counts.set(response.status, (counts.get(response.status) ?? 0) + 1)
      const copy = response.clone()
      for await (const wrong of judge(operation, request, response)) {
        const fault = `${operation.method} ${operation.path} ${wrong}`
        faults.set(
          fault,
          faults.get(fault) ?? `request ${index}: ${request.path} ${String(request.init.body ?? '')}`.slice(0, 1_000),
        )
      }
      if (copy.ok) requests.noteIds(await copy.text())
    }
    expect(Object.fromEntries(faults)).toEqual({})
    // Hostile as they are, enough of them get beyond the first check.
    expect([...counts].filter(([status]) => status < 300).reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(
      REQUESTS / 20,
    )
  })
})
