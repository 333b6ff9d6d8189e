import * as z from 'zod'
import { loadServer } from './load-compiled.ts'

/** Started as a process of its own by `spawnDevServer`: serves a Worker that is bundled, until it is told to end. */
const [folder = '', url = '', persistTo = '', settings = '{}'] = process.argv.slice(2)

const { serve } = loadServer(folder)
const serving = serve({
  folder,
  url,
  persistTo,
  settings: z.record(z.string(), z.string()).parse(JSON.parse(settings)),
  print: console.log,
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void serving.then((stop) => stop()).then(() => process.exit(0)))

/** Says when it can be asked, or why it never will be. */
async function tellWhenReady(): Promise<void> {
  try {
    await serving
    console.log('Ready.')
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
void tellWhenReady()
