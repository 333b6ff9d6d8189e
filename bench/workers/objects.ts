import { DurableObject } from 'cloudflare:workers'
import { Limiter } from '../../worker/platform/limiter.ts'
import { OBJECTS_AT_ONCE } from '../../worker/platform/objects.ts'

type NewObjectsEnv = { readonly OBJECTS: DurableObjectNamespace<OneValue> }

/** Keeps one value, and wakes for it later, as every stored message does. */
export class OneValue extends DurableObject<unknown> {
  store(body: string): void {
    this.ctx.storage.kv.put('value', body)
    void this.ctx.storage.setAlarm(Date.now() + 3_600_000)
  }

  override alarm(): void {
    // There is nothing to do: it is the setting of it that is measured.
  }
}

/** The floor of a correspondence: stores a body in as many new objects as it has recipients, as many at once, and answers. */
export default {
  async fetch(request, env): Promise<Response> {
    if (request.method === 'GET') return Response.json({ status: 'ok' })
    const body = await request.text()
    const { recipients }: { readonly recipients: readonly string[] } = JSON.parse(body)
    await new Limiter(OBJECTS_AT_ONCE).map(recipients, () => env.OBJECTS.get(env.OBJECTS.newUniqueId()).store(body))
    return Response.json({ stored: recipients.length })
  },
} satisfies ExportedHandler<NewObjectsEnv>
