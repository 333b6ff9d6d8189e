import { reset, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, expect, it } from 'vitest'
import { DAY_MS, feed, finished } from './support.ts'

afterEach(() => reset())

it('entries that are stored after their alarm has rung for something else are erased all the same', async () => {
  const retentionMs = Number(env.RETENTION_DAYS) * DAY_MS
  await feed().addWebhook('ttd', crypto.randomUUID())
  await runInDurableObject(feed(), async (instance, { storage }) => {
    const disk = Promise.withResolvers<void>()
    Object.defineProperty(storage, 'sync', { value: () => disk.promise })
    const atMs = Date.now()
    const appending = instance.append({ source: '0', firstSequence: 1, entries: [finished('brev', { atMs })] })
    await expect.poll(() => storage.getAlarm()).toBeLessThan(atMs + DAY_MS)
    // As the platform calls it: the alarm is no longer set.
    await storage.deleteAlarm()
    await instance.alarm()
    disk.resolve()
    await appending
    expect(instance.latest()).toBe(1)
    const alarmAtMs = await storage.getAlarm()
    expect(alarmAtMs).not.toBeNull()
    expect(alarmAtMs).toBeLessThanOrEqual(atMs + retentionMs)
  })
})

it('webhooks hear of entries that are stored after their alarm has rung, though the process ends before it tells them', async () => {
  await feed('skd').addWebhook('skd', crypto.randomUUID())
  await runInDurableObject(feed('skd'), async (instance, { storage }) => {
    const disk = Promise.withResolvers<void>()
    Object.defineProperty(storage, 'sync', { value: () => disk.promise })
    const atMs = Date.now()
    const appending = instance.append({ source: '0', firstSequence: 1, entries: [finished('brev', { atMs })] })
    await expect.poll(() => storage.getAlarm()).toBeLessThan(atMs + DAY_MS)
    // As the platform calls it: the alarm is no longer set.
    await storage.deleteAlarm()
    await instance.alarm()
    const alarmAtMs = await storage.getAlarm()
    expect(alarmAtMs).toBeLessThan(atMs + DAY_MS)
    disk.resolve()
    await appending
  })
})
