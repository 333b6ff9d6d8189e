import { appendFileSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder } from '../processes/folders.ts'
import { freePort } from '../processes/ports.ts'
import { untilReady } from '../processes/ready.ts'
import { Server } from '../processes/server.ts'
import { ROOT } from '../root.ts'
import { workerdBinary } from './binary.ts'
import { bundle } from './bundle.ts'
import { type WorkerConfig, workerdConfig } from './config.ts'

/** A Worker to run: an entry below `bench/workers`, its settings, and a path that it answers with 200. */
export type BenchWorker = Omit<WorkerConfig, 'port'> & {
  readonly entry: string
  readonly readyPath: string
  /** More code of its module. */
  readonly more?: string
}

/** A Worker that answers. */
export type ServedWorker = {
  readonly port: number
  readonly server: Server
  /** From the start of the process to the first answer. */
  readonly readyMs: number
}

/** Runs a Worker under `workerd serve`, in a new folder and thus without any state. */
export async function serveWorker({ entry, readyPath, more = '', ...config }: BenchWorker): Promise<ServedWorker> {
  const folder = newFolder('workerd')
  const port = await freePort()
  mkdirSync(join(folder, 'objects'))
  copyFileSync(await bundle(join(ROOT, 'bench/workers', entry)), join(folder, 'worker.js'))
  appendFileSync(join(folder, 'worker.js'), more)
  const configPath = join(folder, 'config.capnp')
  writeFileSync(configPath, workerdConfig({ ...config, port }))
  const server = Server.start({
    file: workerdBinary(),
    arguments: ['serve', configPath],
    folder,
    logPath: join(folder, 'output.log'),
  })
  return { port, server, readyMs: await untilReady(server, port, readyPath) }
}
