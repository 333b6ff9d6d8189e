import { randomUUID } from 'node:crypto'
import { instantSms, judge } from '@straks/shared'
import { Queue, Worker } from 'bullmq'
import Fastify from 'fastify'
import { Redis } from 'ioredis'
import { createLocalJWKSet, type JWK } from 'jose'
import { TokenVerifier } from '../../worker/auth/token-verifier.ts'
import { SMS_PATH } from '../load/message.ts'
import { setting } from './settings.ts'

/*
 * What one would otherwise build: Fastify takes, Redis remembers the key, BullMQ delivers. It uses our judge and our
 * verifier of tokens, so that the difference is the service and not the rules. A crash between its two writes loses a
 * message, which ours cannot; that is left as it is, because it is how such houses are built.
 */

const QUEUE = 'deliveries'
const SCOPE = 'altinn:serviceowner/notifications.create'
const RETENTION_SECONDS = 90 * 86_400
const DELIVERIES_AT_ONCE = 50

const publicKey: JWK = JSON.parse(setting('PEER_PUBLIC_KEY'))
const verifier = new TokenVerifier(
  [{ issuer: setting('PEER_ISSUER'), audience: undefined, keys: createLocalJWKSet({ keys: [publicKey] }) }],
  new Map(),
)
const connection = { host: '127.0.0.1', port: Number(setting('PEER_REDIS_PORT')), maxRetriesPerRequest: null }
const redis = new Redis(connection)
const queue = new Queue(QUEUE, { connection })

// The provider takes every message at once. The finished job is kept: it is where a status would be read.
new Worker(QUEUE, async () => 'taken', { connection, concurrency: DELIVERIES_AT_ONCE })

const server = Fastify({ logger: true })

server.get('/health', () => ({ status: 'ok' }))

server.post(SMS_PATH, async (request, reply) => {
  const token = request.headers.authorization?.replace(/^bearer +/i, '') ?? ''
  const principal = await verifier.verify(token, Date.now())
  if (!principal.ok) return reply.code(401).send({ title: 'Unauthenticated' })
  if (!principal.value.scopes.has(SCOPE)) return reply.code(403).send({ title: 'Forbidden' })
  const verdict = judge(instantSms, request.body, 'en')
  if (!verdict.ok) return reply.code(400).send({ title: 'Invalid', findings: verdict.failure })
  const { idempotencyId, sendersReference, recipientSms } = verdict.value.request
  const shipmentId = randomUUID()
  const key = `key:${principal.value.organization}:${idempotencyId}`
  const stored = await redis.set(key, shipmentId, 'EX', RETENTION_SECONDS, 'NX')
  if (stored === null) return { shipmentId: await redis.get(key), sendersReference }
  await queue.add('sms', recipientSms, {
    jobId: shipmentId,
    attempts: 5,
    backoff: { type: 'exponential', delay: 1_000 },
  })
  return reply.code(201).send({ shipmentId, sendersReference })
})

await server.listen({ host: '127.0.0.1', port: Number(setting('PEER_PORT')) })
