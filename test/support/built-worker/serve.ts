import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare'
import * as z from 'zod'
import { untilReady } from '../../../scripts/start/ready.ts'
import { BUNDLE_FILE, OPTIONS_FILE } from './files.ts'

/** Started as a process of its own by `startDevServer`: serves a Worker that is bundled, until it is told to end. */
const [folder = '', url = '', persistTo = '', settings = '{}'] = process.argv.slice(2)

/** As wrangler names the Worker and the folder below a state, so that `wrangler d1 --local` finds the same databases. */
const NAME = 'straks'
const STATE = 'v3'

const Options = z.looseObject({ bindings: z.record(z.string(), z.string()) })
const options = Options.parse(JSON.parse(readFileSync(join(folder, OPTIONS_FILE), 'utf8')))
const { hostname, port } = new URL(url)

const miniflare = new Miniflare({
  ...convertV4MiniflareOptions({
    ...options,
    name: NAME,
    modules: [{ type: 'ESModule', path: BUNDLE_FILE, contents: readFileSync(join(folder, BUNDLE_FILE), 'utf8') }],
    bindings: { ...options.bindings, ...z.record(z.string(), z.string()).parse(JSON.parse(settings)) },
  }),
  host: hostname,
  port: Number(port),
  resourcePersistencePath: join(persistTo, STATE),
  unsafeTriggerHandlers: true,
  // Otherwise it asks another machine where this one is.
  cf: false,
  log: new Log(LogLevel.WARN),
  handleStructuredLogs: ({ message }) => console.log(message),
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void miniflare.dispose().then(() => process.exit(0)))

/** Says when it can be asked, or why it never will be. */
async function tellWhenReady(): Promise<void> {
  try {
    await miniflare.ready
    await untilReady(url)
    console.log('Ready.')
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    await miniflare.dispose()
    process.exit(1)
  }
}
void tellWhenReady()
