import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { newFolder } from '../processes/folders.ts'
import { freePort } from '../processes/ports.ts'
import { Server } from '../processes/server.ts'

/** Whether this machine has Redis. */
export const hasRedis = (): boolean => spawnSync('redis-server', ['--version']).status === 0

/** Redis's version; empty where there is none. */
export const redisVersion = (): string =>
  /v=([\d.]+)/.exec(spawnSync('redis-server', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? ''

/** Starts a Redis that has each write on disk before it answers, as a Durable Object does. */
export async function startRedis(): Promise<{ readonly port: number; readonly server: Server }> {
  const folder = newFolder('redis')
  const port = await freePort()
  const settings = { port, bind: '127.0.0.1', dir: folder, save: '', appendonly: 'yes', appendfsync: 'always' }
  const server = Server.start({
    file: 'redis-server',
    arguments: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    logPath: join(folder, 'output.log'),
  })
  return { port, server }
}
