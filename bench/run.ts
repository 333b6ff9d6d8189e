import { describeMachine } from './machine/describe.ts'
import { type Options, readOptions, USAGE } from './options.ts'
import { hasRedis } from './peer/redis.ts'
import { removeFolders } from './processes/folders.ts'
import { killAll } from './processes/server.ts'
import { measureBundle } from './questions/bundle-size.ts'
import { DUE_SHIPMENTS, measureDue } from './questions/due.ts'
import { FEED_ENTRIES, FEED_WRITERS, measureFeed } from './questions/feed.ts'
import { measureHttpCost } from './questions/http-cost.ts'
import { measureLint } from './questions/lint.ts'
import { measureProviderLatency, PROVIDER_RATE_PER_SECOND } from './questions/provider-latency.ts'
import { measureBoots, measureStart } from './questions/start-up.ts'
import { measureSteps } from './questions/steps.ts'
import { measureThroughput } from './questions/throughput.ts'
import { dueReport } from './report/due.ts'
import { feedReport } from './report/feed.ts'
import { lintReport } from './report/lint.ts'
import { providerLatencyReport } from './report/provider-latency.ts'
import { startUpReport } from './report/start-up.ts'
import { stepsReport } from './report/steps.ts'
import { throughputReport } from './report/throughput.ts'
import { subjects } from './subjects/index.ts'
import { type BenchToken, makeToken } from './token.ts'

/** Longer than the other loads: a 99th percentile of 500 messages is the fifth worst. */
const PROVIDER_SECONDS = 10

const print = (title: string, text: string): void => console.log(`\n## ${title}\n\n${text}`)

async function answerThroughput(token: BenchToken, options: Options): Promise<void> {
  const needsRedis = options.subjects.some((name) => name.startsWith('peer'))
  const skipsPeer = needsRedis && !hasRedis()
  const chosen = subjects(token).filter(({ name }) => options.subjects.includes(name))
  const measured = chosen.filter(({ name }) => !(skipsPeer && name.startsWith('peer')))
  if (measured.length > 0) {
    const measurements = await measureThroughput(measured, token.token, options)
    print(
      `Requests per second (${options.rounds} rounds of ${options.seconds} s each, medians)`,
      throughputReport(measured, options.connections, measurements),
    )
  }
  if (skipsPeer) console.log('\n(d) is skipped: there is no `redis-server` on this machine.')
}

async function run(options: Options): Promise<void> {
  const startedAtMs = performance.now()
  const token = await makeToken()
  console.log(`# Straks, measured\n\n${describeMachine()}`)
  await answerThroughput(token, options)
  if (options.questions.includes('provider')) {
    options.progress('accept to provider')
    const title = `How soon the provider is called (${PROVIDER_RATE_PER_SECOND} messages/s for ${PROVIDER_SECONDS} s)`
    print(title, providerLatencyReport(await measureProviderLatency(token, PROVIDER_SECONDS)))
  }
  if (options.questions.includes('due')) {
    options.progress('due orders')
    print(`Orders that fall due together (${DUE_SHIPMENTS} of them)`, dueReport(await measureDue(token)))
  }
  if (options.questions.includes('feed')) {
    options.progress('feed')
    const title = `The status feed, with ${FEED_ENTRIES} entries (one reader; ${FEED_WRITERS} writers)`
    print(title, feedReport(await measureFeed(token, options.seconds)))
  }
  if (options.questions.includes('steps')) {
    options.progress('steps')
    print(
      'Where the microseconds go (inside workerd, one after the other)',
      stepsReport(await measureSteps(token), await measureHttpCost(token)),
    )
  }
  if (options.questions.includes('start-up')) {
    options.progress('start-up')
    const startUp = { bundle: measureBundle(), ...(await measureBoots(token)), startSeconds: await measureStart() }
    print('Size and start-up', startUpReport(startUp))
  }
  if (options.questions.includes('lint')) {
    options.progress('lint')
    print('The linter and its language server', lintReport(await measureLint()))
  }
  console.log(`\nThe run took ${((performance.now() - startedAtMs) / 1_000).toFixed(0)} s.`)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))
process.on('exit', () => {
  killAll()
  removeFolders()
})

try {
  await run(readOptions(process.argv.slice(2)))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  console.error(`\n${USAGE}`)
  process.exitCode = 1
}
