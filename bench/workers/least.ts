import { DurableObject } from 'cloudflare:workers'
import { createLocalJWKSet, type JWK, jwtVerify } from 'jose'
import { toBase64, toHex } from '../../worker/domain/bytes.ts'
import { withTimeout } from '../../worker/platform/timeout.ts'

type LeastEnv = {
  readonly ROWS: DurableObjectNamespace<WideRows>
  readonly BENCH_ISSUER: string
  readonly BENCH_PUBLIC_KEY: string
}

/** A message as it comes in. */
type Message = { readonly idempotencyId: string }

/** As many objects as an organisation has ledgers. */
const OBJECTS = 16

/** How long a body and a provider may take. */
const TIMEOUT_MS = 30_000

const KEY_BYTES = 32
const IV_BYTES = 12

const COLUMNS = 'key TEXT PRIMARY KEY, fingerprint TEXT, wake_at_ms INTEGER, facts TEXT, state TEXT, content TEXT'

const encoder = new TextEncoder()

const digest = async (text: string): Promise<string> =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text))))

/** Keeps a message as one wide row, its text sealed, and what has been heard of others. */
export class WideRows extends DurableObject<unknown> {
  #key: CryptoKey | undefined

  constructor(ctx: DurableObjectState, env: unknown) {
    super(ctx, env)
    ctx.storage.sql.exec(`CREATE TABLE IF NOT EXISTS rows (${COLUMNS})`)
  }

  /** Stores a message with what was heard of earlier ones. */
  async accept(key: string, fingerprint: string, body: string, heard: readonly string[]): Promise<void> {
    this.#key ??= await crypto.subtle.importKey('raw', new Uint8Array(KEY_BYTES), 'AES-GCM', false, ['encrypt'])
    const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, this.#key, encoder.encode(body))
    const { sql } = this.ctx.storage
    const nowMs = Date.now()
    for (const one of heard) {
      sql.exec('UPDATE rows SET state = ?, wake_at_ms = ? WHERE key = ?', '{"stage":"sent"}', nowMs + TIMEOUT_MS, one)
      console.log(JSON.stringify({ level: 'info', event: 'shipment', shipmentId: one, to: 'sent' }))
    }
    sql.exec(
      'INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?)',
      key,
      fingerprint,
      nowMs,
      JSON.stringify({ fingerprint, acceptedAtMs: nowMs }),
      '{"stage":"claimed"}',
      toBase64(new Uint8Array(sealed)),
    )
  }
}

/** Tokens that have been verified. */
const known = new Set<string>()

/** What was heard of messages, by the object that is to be told with the next of its own. */
const heard = new Map<number, string[]>()

async function verify(authorization: string, { BENCH_ISSUER: issuer, BENCH_PUBLIC_KEY }: LeastEnv): Promise<void> {
  const token = authorization.slice('Bearer '.length)
  if (known.has(token)) return
  const key: JWK = JSON.parse(BENCH_PUBLIC_KEY)
  await jwtVerify(token, createLocalJWKSet({ keys: [key] }), { issuer })
  known.add(token)
}

/**
 * The least: what no service of this kind can leave out. A token, two digests, the floor's row with a sealed text, lines in the log,
 * and a provider that is asked after the answer, whose word goes with the next message of the same object. It judges nothing.
 */
export default {
  async fetch(request, env, ctx): Promise<Response> {
    if (request.method === 'GET') return Response.json({ status: 'ok' })
    await verify(request.headers.get('authorization') ?? '', env)
    const body = await withTimeout(TIMEOUT_MS, request.text())
    if (body === undefined) return new Response(null, { status: 408 })
    const { idempotencyId }: Message = JSON.parse(body)
    const [key, fingerprint] = await Promise.all([digest(idempotencyId), digest(body)])
    const slot = Number.parseInt(key.slice(0, 1), OBJECTS)
    const told = heard.get(slot) ?? []
    heard.delete(slot)
    await env.ROWS.getByName(String(slot)).accept(key, fingerprint, body, told)
    const asking = withTimeout(TIMEOUT_MS, Promise.resolve())
    ctx.waitUntil(asking.then(() => heard.set(slot, [...(heard.get(slot) ?? []), key])))
    console.log(JSON.stringify({ level: 'info', event: 'request', status: 201, shipmentId: key }))
    return Response.json({ notificationOrderId: key }, { status: 201, headers: { location: `/shipments/${key}` } })
  },
} satisfies ExportedHandler<LeastEnv>
