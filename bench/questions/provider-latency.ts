import { newKeys, requestWriter, smsBody } from '../load/message.ts'
import { openLoop } from '../load/open-loop.ts'
import { percentile } from '../statistics.ts'
import { startOurs } from '../subjects/ours.ts'
import type { BenchToken } from '../token.ts'

/** How long messages take to reach the provider, in milliseconds. */
export type ProviderLatency = {
  readonly messages: number
  readonly fromSent: { readonly p50Ms: number; readonly p99Ms: number }
  readonly fromAccepted: { readonly p50Ms: number; readonly p99Ms: number }
}

/** What the recording provider says about one message. See `workers/recording-provider.ts`. */
type Delivery = { readonly sentMs: number; readonly acceptedMs: number; readonly deliveredMs: number }

export const PROVIDER_RATE_PER_SECOND = 50

const WARM_UP_SECONDS = 1

/** Long enough for the last message to reach the provider. */
const SETTLING_MS = 500

const summary = (latencies: readonly number[]) => ({
  p50Ms: percentile(latencies, 0.5),
  p99Ms: percentile(latencies, 0.99),
})

/** Sends messages at an even pace and asks the provider when each of them came. All clocks are this machine's. */
export async function measureProviderLatency(token: BenchToken, seconds: number): Promise<ProviderLatency> {
  const { port, stop } = await startOurs(token)
  const write = requestWriter(token.token)
  const nextKey = newKeys()
  const load = {
    port,
    perSecond: PROVIDER_RATE_PER_SECOND,
    status: 201,
    nextRequest: () => write(smsBody(nextKey(), `Engangskoden din er 428516. #${Date.now()}`)),
  }
  const url = `http://127.0.0.1:${port}/bench/deliveries`
  try {
    await openLoop({ ...load, seconds: WARM_UP_SECONDS })
    await fetch(url, { method: 'POST' })
    const sent = await openLoop({ ...load, seconds })
    await new Promise((resolve) => setTimeout(resolve, SETTLING_MS))
    const deliveries: readonly Delivery[] = JSON.parse(await (await fetch(url)).text())
    if (deliveries.length !== sent) throw new Error(`Of ${sent} messages ${deliveries.length} reached the provider`)
    return {
      messages: sent,
      fromSent: summary(deliveries.map(({ sentMs, deliveredMs }) => deliveredMs - sentMs)),
      fromAccepted: summary(deliveries.map(({ acceptedMs, deliveredMs }) => deliveredMs - acceptedMs)),
    }
  } finally {
    await stop()
  }
}
