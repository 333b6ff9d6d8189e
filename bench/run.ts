import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { Run, type Section, sectionToMarkdown } from '../scripts/generate/benchmarks/run.ts'
import type { Table } from '../scripts/generate/benchmarks/table.ts'
import { buildPages } from '../scripts/pages/build-pages.ts'
import { describeMachine } from './machine/describe.ts'
import { type Options, readOptions, USAGE } from './options.ts'
import { hasRedis } from './peer/redis.ts'
import { PRICES_READ } from './prices.ts'
import { removeFolders } from './processes/folders.ts'
import { killAll } from './processes/server.ts'
import { measureBundleParts } from './questions/bundle-parts.ts'
import { measureBundle } from './questions/bundle-size.ts'
import { measureCost } from './questions/cost.ts'
import { FEED_ENTRIES, FEED_WRITERS, measureFeed } from './questions/feed.ts'
import { measureGrowth } from './questions/growth.ts'
import { measureHttpCost } from './questions/http-cost.ts'
import { measureLint } from './questions/lint.ts'
import { measureProviderLatency, PROVIDER_RATE_PER_SECOND } from './questions/provider-latency.ts'
import { measureBoots, measureStart } from './questions/start-up.ts'
import { measureSteps } from './questions/steps.ts'
import { measureCorrespondence } from './questions/storms/correspondence.ts'
import { measureStorms } from './questions/storms/orders.ts'
import { measureThroughput } from './questions/throughput.ts'
import { compareRuns } from './report/compare.ts'
import { costReport } from './report/cost.ts'
import { feedReport } from './report/feed.ts'
import { growthReport } from './report/growth.ts'
import { lintReport } from './report/lint.ts'
import { providerLatencyReport } from './report/provider-latency.ts'
import { startUpReport } from './report/start-up.ts'
import { stepsReport } from './report/steps.ts'
import { stormsReport } from './report/storms.ts'
import { throughputReport } from './report/throughput.ts'
import { subjects } from './subjects/index.ts'
import { type BenchToken, makeToken } from './token.ts'

/** Longer than the other loads: a 99th percentile of 500 messages is the fifth worst. */
const PROVIDER_SECONDS = 10

function readRun(file: string): Run {
  if (!existsSync(file)) throw new Error(`--compare takes a file of a recorded run, and there is no "${file}"`)
  return Run.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** The sections of a run, each printed as soon as it is measured. */
class Sections {
  readonly all: Section[] = []

  add(title: string, tables: readonly Table[]): void {
    const section = { title, tables: [...tables] }
    this.all.push(section)
    console.log(`\n${sectionToMarkdown(section)}`)
  }
}

async function answerThroughput(token: BenchToken, options: Options, sections: Sections): Promise<void> {
  const needsRedis = options.subjects.some((name) => name.startsWith('peer'))
  const skipsPeer = needsRedis && !hasRedis()
  const chosen = subjects(token).filter(({ name }) => options.subjects.includes(name))
  const measured = chosen.filter(({ name }) => !(skipsPeer && name.startsWith('peer')))
  if (measured.length > 0) {
    const measurements = await measureThroughput(measured, token.token, options)
    sections.add(
      `Requests per second (${options.rounds} ${options.rounds === 1 ? 'round' : 'rounds'} of ${options.seconds} s each, medians)`,
      throughputReport(measured, options.connections, measurements),
    )
  }
  if (skipsPeer) console.log('\n(d) is skipped: there is no `redis-server` on this machine.')
}

async function answerQuestions(token: BenchToken, options: Options, sections: Sections): Promise<void> {
  if (options.questions.includes('provider')) {
    options.progress('accept to provider')
    const title = `How soon the provider is called (${PROVIDER_RATE_PER_SECOND} messages/s for ${PROVIDER_SECONDS} s)`
    sections.add(title, providerLatencyReport(await measureProviderLatency(token, PROVIDER_SECONDS)))
  }
  if (options.questions.includes('storms')) {
    options.progress('storms')
    const [storms, correspondence] = [
      await measureStorms(token, options.scale),
      await measureCorrespondence(token, options.scale),
    ]
    sections.add('Storms: much that is due together', stormsReport(storms, correspondence))
  }
  if (options.questions.includes('feed')) {
    options.progress('feed')
    const title = `The status feed, with ${FEED_ENTRIES} entries (one reader; ${FEED_WRITERS} writers)`
    sections.add(title, feedReport(await measureFeed(token, options.seconds)))
  }
  if (options.questions.includes('growth')) {
    options.progress('growth')
    sections.add('One ledger as it grows (instant orders, under Node)', growthReport(measureGrowth()))
  }
  if (options.questions.includes('cost')) {
    options.progress('cost')
    const title = `What the platform bills (by its prices of ${PRICES_READ})`
    sections.add(title, costReport(await measureCost(options.scale)))
  }
  if (options.questions.includes('steps')) {
    options.progress('steps')
    sections.add(
      'Where the microseconds go (inside workerd, one after the other)',
      stepsReport(await measureSteps(token), await measureHttpCost(token)),
    )
  }
  if (options.questions.includes('start-up')) {
    options.progress('start-up')
    const startUp = {
      bundle: measureBundle(),
      parts: await measureBundleParts(),
      ...(await measureBoots(token)),
      startSeconds: await measureStart(),
    }
    sections.add('Size and start-up', startUpReport(startUp))
  }
  if (options.questions.includes('lint')) {
    options.progress('lint')
    sections.add('The linter and its language server', lintReport(await measureLint()))
  }
}

async function run(options: Options): Promise<void> {
  const startedAtMs = performance.now()
  const before = options.compareWith === undefined ? undefined : readRun(options.compareWith)
  await buildPages()
  const token = await makeToken()
  const machine = describeMachine()
  console.log(`# Straks, measured\n\n${machine}`)
  const sections = new Sections()
  await answerThroughput(token, options, sections)
  await answerQuestions(token, options, sections)
  const measured: Run = { machine, date: new Date().toISOString().slice(0, 10), sections: sections.all }
  if (options.recordTo !== undefined) writeFileSync(options.recordTo, `${JSON.stringify(measured, null, 2)}\n`)
  if (before) {
    console.log(`\n# Beside the run of ${before.date}\n\n${before.machine}`)
    for (const section of compareRuns(before, measured)) console.log(`\n${sectionToMarkdown(section)}`)
  }
  console.log(`\nThe run took ${((performance.now() - startedAtMs) / 1_000).toFixed(0)} s.`)
}

function optionsOrUsage(commandLine: readonly string[]): Options {
  try {
    return readOptions(commandLine)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
    process.exit(1)
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1))
process.on('exit', () => {
  killAll()
  removeFolders()
})

try {
  await run(optionsOrUsage(process.argv.slice(2)))
} catch (error) {
  console.error(error)
  // What is still running would keep this process alive.
  process.exit(1)
}
