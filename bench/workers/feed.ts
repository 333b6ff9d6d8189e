import { createWorker } from '../../worker/create-worker.ts'
import type { FeedEntry } from '../../worker/feed/feed-entry.ts'
import { feedOf } from '../../worker/platform/objects.ts'
import { BENCH_SETTINGS, benchIssuer } from './bench-issuer.ts'
import { defineBenchRoute } from './bench-route.ts'
import { RecordingProvider } from './recording-provider.ts'
import { ORGANIZATION } from './steps/example.ts'

export * from '../../worker/index.ts'

/** A delivered SMS as its ledger reports it. */
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
  return { shipmentId, atMs: nowMs, entry, mayBeThere: false }
}

/** `POST /bench/feed/{count}` appends one batch. */
const fillFeed = defineBenchRoute('POST', '/feed/{count}', async ({ params, context }) => {
  const nowMs = Date.now()
  const entries = Array.from({ length: Number(params.count) }, () => finished(nowMs))
  const feed = feedOf(context.env, ORGANIZATION)
  await feed.append({ source: 'bench', firstSequence: (await feed.heardUpTo('bench')) + 1, entries })
  return Response.json({ status: 'ok' })
})

/** Ours, with a route by which a benchmark fills the feed. */
export default createWorker({
  issuers: (env) => [benchIssuer(env)],
  providers: () => [new RecordingProvider(0)],
  routes: [{ prefix: '/bench', routes: [fillFeed] }],
  settings: BENCH_SETTINGS,
})
