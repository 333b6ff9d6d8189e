import { describe, expect, it } from 'vitest'
import { SharedFetch } from '../../../worker/auth/shared-fetch.ts'

/** Far longer than a busy machine holds up who looks at what another has fetched. */
const TIMES = { keptMs: 600, pauseMs: 400 }

/** A source that counts how often it is asked. */
function source(answers: (count: number) => Promise<string>) {
  const asked = { count: 0 }
  return { asked, shared: new SharedFetch(() => answers(++asked.count), TIMES) }
}

const slowly = async (value: string) => {
  await scheduler.wait(30)
  return value
}

describe('a shared fetch', () => {
  it('is one for all who ask at the same time', async () => {
    const { asked, shared } = source(() => slowly('keys'))
    expect(new Set(await Promise.all(Array.from({ length: 20 }, () => shared.get())))).toEqual(new Set(['keys']))
    expect(asked.count).toBe(1)
  })

  it('is made anew when what it brought is old, and not before', async () => {
    const { asked, shared } = source((count) => slowly(`keys ${count}`))
    expect([await shared.get(), await shared.get()]).toEqual(['keys 1', 'keys 1'])
    await scheduler.wait(TIMES.keptMs + 10)
    expect([await shared.get(), asked.count]).toEqual(['keys 2', 2])
  })

  it('is not repeated at once by those who want it fresh', async () => {
    const { asked, shared } = source((count) => slowly(`keys ${count}`))
    await shared.get()
    expect([await shared.refresh(), asked.count]).toEqual(['keys 1', 1])
    await scheduler.wait(TIMES.pauseMs + 10)
    expect([await shared.refresh(), asked.count]).toEqual(['keys 2', 2])
  })

  it('fails for all where it fails, and is tried again after a pause', async () => {
    const { asked, shared } = source((count) => (count === 1 ? Promise.reject(new Error('away')) : slowly('keys')))
    const failed = await Promise.allSettled(Array.from({ length: 10 }, () => shared.get()))
    expect(failed.every(({ status }) => status === 'rejected')).toBe(true)
    expect(asked.count).toBe(1)
    await scheduler.wait(TIMES.pauseMs + 10)
    expect(await shared.get()).toBe('keys')
  })
})
