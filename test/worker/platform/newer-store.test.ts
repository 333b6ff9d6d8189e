import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { StatusFeed } from '../../../worker/feed/status-feed.ts'
import { WebhookEndpoint } from '../../../worker/webhooks/webhook-endpoint.ts'

/** As a deployment leaves it that is rolled back: of a version that this code does not know. */
const BUMP = 'UPDATE schema_version SET version = version + 1, usable_by = version + 1'

const ENDS = {
  source: '0',
  firstSequence: 1,
  entries: [{ shipmentId: crypto.randomUUID(), atMs: Date.now(), entry: '{"shipmentId":"x"}', mayBeThere: false }],
}

/** The platform gives up the alarm of an object whose constructor fails a few times, also when newer code is back. */
describe('an object of newer code', () => {
  it('keeps its alarm: the feed', async () => {
    const stub = env.STATUS_FEED.getByName('rolled-back')
    await stub.append(ENDS)
    await runInDurableObject(stub, async (_instance, state) => {
      state.storage.sql.exec(BUMP)
      await state.storage.deleteAlarm()
      const older = new StatusFeed(state, env)
      expect(() => older.latest()).toThrow('version')
      await older.alarm()
      expect(await state.storage.getAlarm()).toBeGreaterThan(Date.now())
    })
  })

  it('keeps its alarm: a webhook', async () => {
    const stub = env.WEBHOOK_ENDPOINT.getByName('rolled-back/1')
    await stub.create({ organization: 'rolled-back', id: '1', url: 'https://receiver.example/', cursor: 0 })
    await runInDurableObject(stub, async (_instance, state) => {
      state.storage.sql.exec(BUMP)
      await state.storage.deleteAlarm()
      const older = new WebhookEndpoint(state, env)
      expect(() => older.view()).toThrow('version')
      await older.alarm()
      expect(await state.storage.getAlarm()).toBeGreaterThan(Date.now())
    })
  })
})
