import { createWorker } from '../../worker/create-worker.ts'
import { BENCH_SETTINGS, benchIssuer } from './bench-issuer.ts'
import { RecordingProvider } from './recording-provider.ts'

export * from '../../worker/index.ts'

/** The time-to-live of the message that the benchmark sends. */
const TIME_TO_LIVE_MS = 120_000

const provider = new RecordingProvider(TIME_TO_LIVE_MS)

/** Ours, as in production but for who signs its tokens and who takes its messages. */
export default createWorker({
  issuers: (env) => [benchIssuer(env)],
  providers: () => [provider],
  routes: [provider.routes],
  settings: BENCH_SETTINGS,
})
