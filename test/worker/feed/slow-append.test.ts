import { reset, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, expect, it } from 'vitest'
import type { StatusFeed } from '../../../worker/feed/status-feed.ts'
import { DAY_MS, feed, finished } from './support.ts'

afterEach(() => reset())

type Moment = {
  readonly instance: StatusFeed
  readonly storage: DurableObjectStorage
  readonly atMs: number
  /** Lets the disk have the entry. */
  readonly store: () => Promise<void>
}

/** Brings a feed with a webhook an entry that waits for the disk, rings its alarm meanwhile, and looks at it then. */
async function whileStoring(organization: string, look: (moment: Moment) => Promise<void>): Promise<void> {
  await feed(organization).addWebhook(organization, crypto.randomUUID())
  await runInDurableObject(feed(organization), async (instance, { storage }) => {
    const disk = Promise.withResolvers<void>()
    Object.defineProperty(storage, 'sync', { value: () => disk.promise })
    const atMs = Date.now()
    const appending = instance.append({ source: '0', firstSequence: 1, entries: [finished('brev', { atMs })] })
    await expect.poll(() => storage.getAlarm()).toBeLessThan(atMs + DAY_MS)
    // As the platform calls it: the alarm is no longer set.
    await storage.deleteAlarm()
    await instance.alarm()
    const store = async () => {
      disk.resolve()
      await appending
    }
    await look({ instance, storage, atMs, store })
  })
}

it('entries that are stored after their alarm has rung for something else are erased all the same', async () => {
  const retentionMs = Number(env.RETENTION_DAYS) * DAY_MS
  await whileStoring('ttd', async ({ instance, storage, atMs, store }) => {
    await store()
    expect(instance.latest()).toBe(1)
    const alarmAtMs = await storage.getAlarm()
    expect(alarmAtMs).not.toBeNull()
    expect(alarmAtMs).toBeLessThanOrEqual(atMs + retentionMs)
  })
})

it('webhooks hear of entries that are stored after their alarm has rung, though the process ends before it tells them', async () => {
  await whileStoring('skd', async ({ storage, atMs, store }) => {
    const alarmAtMs = await storage.getAlarm()
    expect(alarmAtMs).toBeLessThan(atMs + DAY_MS)
    await store()
  })
})
