import { join } from 'node:path'
import { cpuTimeUs } from '../processes/cpu-time.ts'
import { newFolder } from '../processes/folders.ts'
import { freePort } from '../processes/ports.ts'
import { untilReady } from '../processes/ready.ts'
import { Server } from '../processes/server.ts'
import { ROOT } from '../root.ts'
import { median } from '../statistics.ts'
import { straksWorker } from '../subjects/ours.ts'
import type { BenchToken } from '../token.ts'
import { bundleUncalled } from '../workerd/bundle.ts'
import { type BenchWorker, serveWorker } from '../workerd/serve.ts'

/** What a Worker needs from the start of its process to its first answer, in milliseconds. */
type Boot = { readonly readyMs: number; readonly cpuMs: number }

const BOOTS = 7

/** One boot of a Worker under `workerd serve`. */
async function measureBoot(worker: BenchWorker): Promise<Boot> {
  const { server, readyMs } = await serveWorker(worker)
  const cpuMs = cpuTimeUs([server.id]) / 1_000
  await server.stop()
  return { readyMs, cpuMs }
}

const medianOf = (boots: readonly Boot[]): Boot => ({
  readyMs: median(boots.map(({ readyMs }) => readyMs)),
  cpuMs: median(boots.map(({ cpuMs }) => cpuMs)),
})

/** The least Worker, one that does nothing but has what ours has, that one with our code in a function that nothing calls, and ours. */
export type Boots = { readonly hello: Boot; readonly bare: Boot; readonly uncalled: Boot; readonly ours: Boot }

/** Boots them all, in turn. */
export async function measureBoots(token: BenchToken): Promise<Boots> {
  const bare = straksWorker('bare.ts', token)
  const workers = {
    hello: { entry: 'hello.ts', readyPath: '/', texts: {}, objects: {}, queues: [] },
    bare,
    uncalled: { ...bare, more: await bundleUncalled(join(ROOT, 'bench/workers/straks.ts')) },
    ours: straksWorker('straks.ts', token),
  }
  const boots: Record<keyof Boots, Boot[]> = { hello: [], bare: [], uncalled: [], ours: [] }
  for (let boot = 0; boot < BOOTS; boot++)
    for (const name of ['hello', 'bare', 'uncalled', 'ours'] as const)
      boots[name].push(await measureBoot(workers[name]))
  return {
    hello: medianOf(boots.hello),
    bare: medianOf(boots.bare),
    uncalled: medianOf(boots.uncalled),
    ours: medianOf(boots.ours),
  }
}

const STARTS = 3

/** How many seconds `npm start` takes until the service answers, with nothing stored yet. The median of a few. */
export async function measureStart(): Promise<number> {
  const seconds: number[] = []
  for (let start = 0; start < STARTS; start++) {
    const folder = newFolder('start')
    const port = await freePort()
    const server = Server.start({
      file: 'npm',
      arguments: ['start', '--', '--port', String(port), '--persist-to', join(folder, 'state')],
      folder: ROOT,
      logPath: join(folder, 'output.log'),
    })
    try {
      seconds.push((await untilReady(server, port, '/health')) / 1_000)
    } finally {
      await server.stop()
    }
  }
  return median(seconds)
}
