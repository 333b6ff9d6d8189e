import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from 'miniflare'
import * as z from 'zod'
import { untilReady } from '../../../scripts/start/ready.ts'
import { BUNDLE_FILE, OPTIONS_FILE } from './files.ts'

/** What is served, and where. */
export type Serving = {
  /** That of a Worker which was bundled for tests. */
  readonly folder: string
  readonly url: string
  readonly persistTo: string
  /** Beside those of `wrangler.toml`, and before them. */
  readonly settings: Readonly<Record<string, string>>
  /** Is told each line that the service, or what serves it, prints. */
  readonly print: (line: string) => void
}

/** Kills the runtime, which stores nothing more: to the state, each end is a power cut. */
export type Stop = () => Promise<void>

/** As wrangler names the Worker and the folder below a state, so that `wrangler d1 --local` finds the same databases. */
const NAME = 'straks'
const STATE = 'v3'

const Options = z.looseObject({ bindings: z.record(z.string(), z.string()) })

class PrintingLog extends Log {
  readonly #print: Serving['print']

  constructor(print: Serving['print']) {
    super(LogLevel.WARN)
    this.#print = print
  }

  override log(message: string): void {
    this.#print(message)
  }
}

/**
 * Serves a bundled Worker, and resolves once it can be asked.
 *
 * @throws Error that says why it never will be
 */
export async function serve({ folder, url, persistTo, settings, print }: Serving): Promise<Stop> {
  const options = Options.parse(JSON.parse(readFileSync(join(folder, OPTIONS_FILE), 'utf8')))
  const { hostname, port } = new URL(url)
  const miniflare = new Miniflare({
    ...convertV4MiniflareOptions({
      ...options,
      name: NAME,
      modules: [{ type: 'ESModule', path: BUNDLE_FILE, contents: readFileSync(join(folder, BUNDLE_FILE), 'utf8') }],
      bindings: { ...options.bindings, ...settings },
    }),
    host: hostname,
    port: Number(port),
    resourcePersistencePath: join(persistTo, STATE),
    unsafeTriggerHandlers: true,
    // Otherwise it asks another machine where this one is.
    cf: false,
    log: new PrintingLog(print),
    handleStructuredLogs: ({ message }) => print(message),
  })
  try {
    await miniflare.ready
    await untilReady(url)
  } catch (error) {
    await miniflare.dispose()
    throw error
  }
  return () => miniflare.dispose()
}
