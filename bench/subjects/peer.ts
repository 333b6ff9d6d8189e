import { join } from 'node:path'
import { startRedis } from '../peer/redis.ts'
import type { PeerSettings } from '../peer/settings.ts'
import { newFolder } from '../processes/folders.ts'
import { freePort } from '../processes/ports.ts'
import { untilReady } from '../processes/ready.ts'
import { Server } from '../processes/server.ts'
import { ROOT } from '../root.ts'
import type { BenchToken } from '../token.ts'
import type { RunningSubject } from './subject.ts'

/** Starts the peer and its Redis. */
export async function startPeer({ issuer, publicKey }: BenchToken): Promise<RunningSubject> {
  const redis = await startRedis()
  const port = await freePort()
  const environment: PeerSettings = {
    PEER_PORT: String(port),
    PEER_REDIS_PORT: String(redis.port),
    PEER_ISSUER: issuer,
    PEER_PUBLIC_KEY: JSON.stringify(publicKey),
  }
  const server = Server.start({
    file: process.execPath,
    arguments: [join(ROOT, 'bench/peer/server.ts')],
    logPath: join(newFolder('peer'), 'output.log'),
    environment: { ...environment, NODE_ENV: 'production' },
  })
  await untilReady(server, port, '/health')
  return {
    port,
    processIds: [server.id, redis.server.id],
    stop: async () => {
      await server.stop()
      await redis.server.stop()
    },
  }
}
