import { createWorker } from '../../worker/create-worker.ts'
import { feedOf } from '../../worker/durable-objects/objects.ts'
import type { FeedEntry } from '../../worker/feed/feed-entry.ts'
import { benchIssuer } from './bench-issuer.ts'
import { RecordingProvider } from './recording-provider.ts'
import { ORGANIZATION } from './steps/example.ts'

export { StatusFeed } from '../../worker/feed/status-feed.ts'

/** A delivered SMS as its ledger tells of it. */
function finished(nowMs: number): FeedEntry {
  const shipmentId = crypto.randomUUID()
  const lastUpdate = new Date(nowMs).toISOString()
  const entry = JSON.stringify({
    shipmentId,
    sendersReference: 'otp-login-2024-09-30-1234',
    recipients: [{ destination: '+4799999999', status: 'SMS_Delivered', lastUpdate }],
    status: 'Order_Completed',
    lastUpdate,
    shipmentType: 'Instant',
  })
  return { shipmentId, atMs: nowMs, entry }
}

/** Ours, with a route by which a benchmark fills the feed: `POST /bench/feed/{count}` appends one batch. */
export default createWorker({
  issuers: (env) => [benchIssuer(env)],
  providers: () => [new RecordingProvider(0)],
  addRoutes: (routes) => {
    routes.post('/bench/feed/:count', async ({ params }, { env }) => {
      const nowMs = Date.now()
      const entries = Array.from({ length: Number(params.count) }, () => finished(nowMs))
      await feedOf(env, ORGANIZATION).append(entries)
      return Response.json({ status: 'ok' })
    })
  },
})
