import { evictDurableObject, reset, runInDurableObject } from 'cloudflare:test'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { FeedStore } from '../../../worker/feed/feed-store.ts'
import { sqlOf } from '../../../worker/platform/sql.ts'
import { bring, feed, finished, numbersOf, range, read, someFinished, T0 } from './support.ts'

afterEach(() => reset())

describe('the status feed', () => {
  it('shows an entry as it was given, its number before everything else', async () => {
    const entry = finished('brev', { shipmentId: '2d7375f8-da49-8586-ada7-e5520f159401' })
    await bring([entry])
    expect(await feed().read({ seq: 0, pageSize: 1, orderBy: 'Asc' })).toBe(
      `[{"sequenceNumber":1,${entry.entry.slice(1)}]`,
    )
    const lastUpdate = new Date(T0).toISOString()
    expect(await read()).toEqual([
      {
        sequenceNumber: 1,
        shipmentId: '2d7375f8-da49-8586-ada7-e5520f159401',
        sendersReference: 'brev',
        recipients: [{ destination: '+4799999999', status: 'SMS_Delivered', lastUpdate }],
        status: 'Order_Completed',
        lastUpdate,
        shipmentType: 'Notification',
      },
    ])
  })

  it('passes over an entry that cannot be read, and shows those around it', async () => {
    await bring(someFinished(5))
    await runInDurableObject(feed(), (_instance, { storage }) => {
      storage.sql.exec(`UPDATE entries SET members = '}' WHERE sequence_number = 5`)
      storage.sql.exec(`UPDATE entries SET members = '"shipmentId":"half' WHERE sequence_number = 2`)
      storage.sql.exec(`UPDATE entries SET members = '},{"sequenceNumber":9}' WHERE sequence_number = 3`)
    })
    expect(numbersOf(await read())).toEqual([1, 4])
    expect(numbersOf(await read({ orderBy: 'Desc' }))).toEqual([4, 1])
    expect(numbersOf(await read({ pageSize: 2 }))).toEqual([1, 4])
  })

  it('numbers without a gap what many bring at once', async () => {
    const writers = Array.from({ length: 16 }, () => [someFinished(7), someFinished(1), someFinished(13)])
    await Promise.all(
      writers.map(async (batches, index) => {
        for (const batch of batches) await bring(batch, { source: String(index) })
      }),
    )
    const entries = await read()
    expect(numbersOf(entries)).toEqual(range(1, 16 * 21))
    const ids = writers.flat(2).map(({ shipmentId }) => shipmentId)
    expect(entries.map(({ shipmentId }) => shipmentId).sort()).toEqual(ids.sort())
  })

  it('keeps the order of a batch, and of the batches of one writer', async () => {
    const [first, second] = [someFinished(3), someFinished(3)]
    await bring(first)
    await bring(second)
    expect((await read()).map(({ shipmentId }) => shipmentId)).toEqual(
      [...first, ...second].map(({ shipmentId }) => shipmentId),
    )
  })

  it('has an end once, however often its ledger tells of it, and wastes no number on it', async () => {
    const [first, second, third, next] = someFinished(4)
    if (!first || !second || !third || !next) throw new Error('none')
    const batch = { source: '0', firstSequence: 1, entries: [first, second, third] }
    const again = { source: '0', firstSequence: 2, entries: [second, third] }
    const told = await Promise.all([feed().append(batch), feed().append(batch), feed().append(again)])
    expect(told).toEqual([3, 3, 3])
    expect(await feed().append({ source: '0', firstSequence: 1, entries: [first, second, third, next] })).toBe(4)
    expect(await feed().append(batch)).toBe(4)
    expect(await feed().heardUpTo('0')).toBe(4)
    expect((await read()).map(({ sequenceNumber, sendersReference }) => [sequenceNumber, sendersReference])).toEqual([
      [1, 'r1'],
      [2, 'r2'],
      [3, 'r3'],
      [4, 'r4'],
    ])
  })

  it('passes over an end that cannot be told, without a gap of its own', async () => {
    const [first, second] = someFinished(2)
    expect(await feed().append({ source: '0', firstSequence: 1, entries: [first, undefined, second] })).toBe(3)
    expect(numbersOf(await read())).toEqual([1, 2])
  })

  it('does not tell again what it was told before ledgers numbered their ends', async () => {
    const entry = finished('first')
    await bring([entry, finished('other')])
    const second = { ...finished('second', { shipmentId: entry.shipmentId }), mayBeThere: true }
    expect(await feed().append({ source: '1', firstSequence: 1, entries: [second] })).toBe(1)
    expect(await read()).toMatchObject([{ sequenceNumber: 1, sendersReference: 'first' }, { sequenceNumber: 2 }])
  })

  it('takes a batch whole or not at all', async () => {
    const broken = { ...finished('broken'), entry: 'no object' }
    await runInDurableObject(feed(), async (instance) => {
      const entries = [finished('r1'), broken]
      await expect(instance.append({ source: '0', firstSequence: 1, entries })).rejects.toThrow(TypeError)
    })
    expect(await read()).toEqual([])
    await bring([finished('r1')])
    expect(numbersOf(await read())).toEqual([1])
  })

  it('goes on where it was after its object was put away', async () => {
    await bring(someFinished(2))
    await evictDurableObject(feed())
    await bring(someFinished(2))
    expect(numbersOf(await read())).toEqual([1, 2, 3, 4])
  })

  it('is each organisation’s own', async () => {
    await bring(someFinished(2))
    await bring(someFinished(1), { organization: 'skd' })
    expect(numbersOf(await read({}, 'ttd'))).toEqual([1, 2])
    expect(numbersOf(await read({}, 'skd'))).toEqual([1])
  })

  it('writes nothing where there is nothing', async () => {
    expect(await feed('unknown').read({ seq: 0, pageSize: 500, orderBy: 'Asc' })).toBe('[]')
    await bring([], { organization: 'unknown' })
    await runInDurableObject(feed('unknown'), async (instance, state) => {
      await instance.alarm()
      expect(state.storage.sql.exec('SELECT name FROM sqlite_master').toArray()).toEqual([])
      expect(await state.storage.getAlarm()).toBeNull()
    })
  })
})

describe('a page of the feed', () => {
  it('begins after the cursor', async () => {
    await bring(someFinished(10))
    expect(numbersOf(await read({ seq: 4 }))).toEqual(range(5, 10))
    expect(numbersOf(await read({ seq: 4, pageSize: 2 }))).toEqual([5, 6])
    expect(numbersOf(await read({ seq: 10 }))).toEqual([])
    expect(numbersOf(await read({ seq: Number.MAX_SAFE_INTEGER }))).toEqual([])
  })

  it('goes back from the cursor where the newest are wanted first, and from the end where there is none', async () => {
    await bring(someFinished(10))
    expect(numbersOf(await read({ orderBy: 'Desc', pageSize: 3 }))).toEqual([10, 9, 8])
    expect(numbersOf(await read({ orderBy: 'Desc', seq: 3 }))).toEqual([2, 1])
    expect(numbersOf(await read({ orderBy: 'Desc', seq: 1 }))).toEqual([])
    expect(numbersOf(await read({ orderBy: 'Desc', seq: Number.MAX_SAFE_INTEGER, pageSize: 1 }))).toEqual([10])
  })

  it('is followed by the others, so that a reader who asks on sees each entry once while more are written', async () => {
    const writing = (async () => {
      for (let batch = 0; batch < 20; batch++) await bring(someFinished(5))
    })()
    const seen: number[] = []
    while (seen.length < 100) seen.push(...numbersOf(await read({ seq: seen.at(-1) ?? 0, pageSize: 7 })))
    await writing
    expect(seen).toEqual(range(1, 100))
  })

  it('ends early where entries are long, and leaves none out', async () => {
    const long = (reference: string) => {
      const { entry, ...rest } = finished(reference)
      return { ...rest, entry: entry.replace('+4799999999', '9'.repeat(1_500_000)) }
    }
    for (const reference of ['a', 'b', 'c', 'd', 'e']) await bring([long(reference)])
    const first = await read()
    expect(numbersOf(first)).toEqual([1, 2])
    expect(numbersOf(await read({ seq: 2 }))).toEqual([3, 4])
    expect(numbersOf(await read({ seq: 4 }))).toEqual([5])
  })

  it('is put together without a second look at what is in it', async () => {
    const parse = vi.spyOn(JSON, 'parse')
    await runInDurableObject(feed(), (_instance, state) => {
      const store = new FeedStore(sqlOf(state.storage.sql))
      store.prepare()
      store.append({ source: '0', firstSequence: 1, entries: someFinished(3) })
      parse.mockClear()
      expect(store.read({ seq: 0, pageSize: 500, orderBy: 'Asc' })).toMatch(/^\[\{"sequenceNumber":1,/)
      expect(parse).not.toHaveBeenCalled()
    })
    vi.restoreAllMocks()
  })
})
