import { reset, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { bring, DAY_MS, feed, finished, numbersOf, range, read, someFinished, T0 } from './support.ts'

/** `RETENTION_DAYS` in wrangler.toml. */
const RETENTION_MS = 90 * DAY_MS

afterEach(async () => {
  vi.useRealTimers()
  await reset()
})

/** Time as the object sees it. Alarms are rung by hand. */
function at(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(ms)
}

function ring(ms: number): Promise<boolean> {
  at(ms)
  return runDurableObjectAlarm(feed())
}

const alarmMs = () => runInDurableObject(feed(), (_instance, state) => state.storage.getAlarm())

describe('what the feed keeps', () => {
  it('is erased ninety days after its shipment became final, and not before', async () => {
    at(T0)
    await bring(someFinished(3))
    expect(await alarmMs()).toBe(T0 + RETENTION_MS)
    await ring(T0 + RETENTION_MS)
    expect(numbersOf(await read())).toEqual([1, 2, 3])
    await ring(T0 + RETENTION_MS + 1)
    expect(await read()).toEqual([])
    expect(await alarmMs()).toBeNull()
  })

  it('keeps its numbers when what came before is gone, and no number comes again', async () => {
    at(T0)
    await bring(someFinished(3))
    at(T0 + DAY_MS)
    await bring(someFinished(3, { atMs: T0 + DAY_MS }))
    await ring(T0 + RETENTION_MS + 1)
    expect(numbersOf(await read())).toEqual([4, 5, 6])
    expect(numbersOf(await read({ seq: 2 }))).toEqual([4, 5, 6])
    expect(numbersOf(await read({ orderBy: 'Desc' }))).toEqual([6, 5, 4])
    await ring(T0 + DAY_MS + RETENTION_MS + 1)
    expect(await read({ seq: 6 })).toEqual([])
    await bring([finished('next', { atMs: T0 + DAY_MS + RETENTION_MS + 1 })])
    expect(numbersOf(await read({ seq: 6 }))).toEqual([7])
  })

  it('has no number missing among what is left, even where a late entry is older than its neighbours', async () => {
    at(T0 + DAY_MS)
    const young = { atMs: T0 + DAY_MS }
    await bring([finished('old'), finished('young', young), finished('late'), finished('young too', young)])
    await ring(T0 + RETENTION_MS + 1)
    expect(numbersOf(await read())).toEqual([2, 3, 4])
    await ring(T0 + DAY_MS + RETENTION_MS + 1)
    expect(await read()).toEqual([])
  })

  it('goes in batches, so that nobody waits long for the broom', async () => {
    at(T0)
    await bring(someFinished(4_500))
    const dueMs = T0 + RETENTION_MS + 1
    await ring(dueMs)
    expect(numbersOf(await read({ pageSize: 1 }))).toEqual([2_001])
    const nextMs = (await alarmMs()) ?? 0
    expect(nextMs - dueMs).toBeGreaterThan(0)
    expect(nextMs - dueMs).toBeLessThanOrEqual(1_000)
    await ring(nextMs)
    expect(numbersOf(await read({ pageSize: 1 }))).toEqual([4_001])
    await ring(nextMs + 1_000)
    expect(await read()).toEqual([])
  })

  it('is swept by the hour where entries grow old one after the other', async () => {
    at(T0)
    const minutes = range(0, 120)
    await bring(minutes.map((minute) => finished(`m${minute}`, { atMs: T0 + minute * 60_000 })))
    await ring(T0 + RETENTION_MS + 1)
    expect(numbersOf(await read({ pageSize: 1 }))).toEqual([2])
    expect(await alarmMs()).toBe(T0 + RETENTION_MS + 1 + 3_600_000)
  })

  it('is swept again where a sweep failed', async () => {
    at(T0)
    await bring(someFinished(1))
    const dueMs = T0 + RETENTION_MS + 1
    await runInDurableObject(feed(), (_instance, state) => {
      state.storage.sql.exec("CREATE TRIGGER stuck BEFORE DELETE ON entries BEGIN SELECT raise(ABORT, 'stuck'); END")
    })
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await ring(dueMs)
    expect(errors).toHaveBeenCalledOnce()
    // Which feed it is: an operator looks there.
    expect(JSON.parse(String(errors.mock.calls[0]))).toMatchObject({ event: 'feed-sweep-failed', object: 'ttd' })
    expect(await alarmMs()).toBe(dueMs + 60_000)
    await runInDurableObject(feed(), (_instance, state) => {
      state.storage.sql.exec('DROP TRIGGER stuck')
    })
    await ring(dueMs + 60_000)
    expect(await read()).toEqual([])
    vi.restoreAllMocks()
  })
})
