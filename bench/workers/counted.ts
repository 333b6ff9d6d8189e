import * as z from 'zod'
import { createWorker } from '../../worker/create-worker.ts'
import * as straks from '../../worker/index.ts'
import { takeInReceipt } from '../../worker/providers/receipts/references.ts'
import { BENCH_SETTINGS, benchIssuer } from './bench-issuer.ts'
import { defineBenchRoute } from './bench-route.ts'
import { answerBenchmark } from './counted/answer.ts'
import { installClock } from './counted/clock.ts'
import { counted } from './counted/counted-class.ts'
import { countLogLines, counts } from './counted/counts.ts'
import { RecordingProvider } from './recording-provider.ts'
import { ORGANIZATION } from './steps/example.ts'

installClock()
countLogLines()

export const Attachment = counted('Attachment', straks.Attachment)
export const Correspondence = counted('Correspondence', straks.Correspondence)
export const CorrespondenceIndex = counted('CorrespondenceIndex', straks.CorrespondenceIndex)
export const FenceKeeper = counted('FenceKeeper', straks.FenceKeeper)
export const Inbox = counted('Inbox', straks.Inbox)
export const OperatorDesk = counted('OperatorDesk', straks.OperatorDesk)
export const OrderLedger = counted('OrderLedger', straks.OrderLedger)
export const ReceiptReferences = counted('ReceiptReferences', straks.ReceiptReferences)
export const StatusFeed = counted('StatusFeed', straks.StatusFeed)
export const SuppressionList = counted('SuppressionList', straks.SuppressionList)
export const WebhookEndpoint = counted('WebhookEndpoint', straks.WebhookEndpoint)

const provider = new RecordingProvider(0)

/** Where the provider reports that a message has arrived: by our own reference, as a provider that calls back does. */
const report = defineBenchRoute('POST', '/report', async ({ request, context }) => {
  const { reference } = z.object({ reference: z.string() }).parse(await request.json())
  const receipt = { kind: 'delivered', atMs: Date.now() } as const
  const isKnown = await takeInReceipt(
    context,
    provider.name,
    { organization: ORGANIZATION, delivery: reference },
    { receipt },
  )
  return new Response(null, { status: isKnown ? 204 : 404 })
})

const worker = createWorker({
  issuers: (env) => [benchIssuer(env)],
  providers: () => [provider],
  routes: [{ prefix: '/bench', routes: [report] }],
  settings: BENCH_SETTINGS,
})

/** Ours, which counts what the platform would bill. */
export default {
  async fetch(request, env, ctx) {
    const asked = await answerBenchmark(request, env)
    if (asked) return asked
    counts.requests++
    return worker.fetch(request, env, ctx)
  },
  async queue(batch, env) {
    counts.queueBatches++
    counts.queueMessages += batch.messages.length
    await worker.queue(batch, env)
  },
} satisfies ExportedHandler<Env>
