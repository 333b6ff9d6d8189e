import { DurableObject } from 'cloudflare:workers'

type FloorEnv = { readonly ROWS: DurableObjectNamespace<Rows> }

type Message = { readonly idempotencyId: string }

/** As many objects as an organisation has ledgers. */
const OBJECTS = 16

/** Keeps rows, and nothing else. */
export class Rows extends DurableObject<unknown> {
  constructor(ctx: DurableObjectState, env: unknown) {
    super(ctx, env)
    ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS rows (key TEXT PRIMARY KEY, body TEXT NOT NULL)')
  }

  /** Stores one row. The answer leaves once it is on disk: the platform holds it back until then. */
  insert(key: string, body: string): void {
    this.ctx.storage.sql.exec('INSERT INTO rows (key, body) VALUES (?, ?)', key, body)
  }
}

/** Spreads keys over the objects. */
const slot = (key: string): number => Number.parseInt(key.slice(0, 4), 16) % OBJECTS

/** The floor: reads a message, stores it in one of 16 Durable Objects, answers. No token, no judge, no log. */
export default {
  async fetch(request, env): Promise<Response> {
    if (request.method === 'GET') return Response.json({ status: 'ok' })
    const body = await request.text()
    const { idempotencyId }: Message = JSON.parse(body)
    await env.ROWS.getByName(String(slot(idempotencyId))).insert(idempotencyId, body)
    return Response.json({ shipmentId: idempotencyId }, { status: 201 })
  },
} satisfies ExportedHandler<FloorEnv>
