import { goTo } from './clock.ts'
import type { AskedByTheBenchmark } from './counted-class.ts'
import { counts } from './counts.ts'
import { objects, settleCursors, type Watched } from './watch-storage.ts'

/** `ORDER_LEDGER` of `OrderLedger`. */
const bindingOf = (kind: string): string => kind.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()

function stubOf(env: Env, { kind, id }: Watched): DurableObjectStub<AskedByTheBenchmark> {
  const namespace: DurableObjectNamespace<AskedByTheBenchmark> = Object(env)[bindingOf(kind)]
  return namespace.get(id)
}

/** Has alarms ring in their order, up to a moment, and lets time pass to each of them. */
async function passTo(env: Env, untilMs: number): Promise<void> {
  for (;;) {
    const [next] = [...objects.values()]
      .filter(({ alarmAtMs }) => alarmAtMs !== undefined && alarmAtMs <= untilMs)
      .toSorted((one, other) => (one.alarmAtMs ?? 0) - (other.alarmAtMs ?? 0))
    if (!next) break
    goTo(next.alarmAtMs ?? 0)
    await stubOf(env, next).benchRing()
  }
  goTo(untilMs)
}

/** What all objects of each kind have stored, in bytes. */
async function bytesByKind(env: Env): Promise<Readonly<Record<string, number>>> {
  const bytes: Record<string, number> = {}
  for (const object of objects.values())
    bytes[object.kind] = (bytes[object.kind] ?? 0) + (await stubOf(env, object).benchBytes())
  return bytes
}

/** Answers what the benchmark asks of the counting itself, which is not counted; `undefined` where it is another request. */
export async function answerBenchmark(request: Request, env: Env): Promise<Response | undefined> {
  const { pathname, searchParams } = new URL(request.url)
  if (pathname === '/bench/counts') {
    settleCursors()
    return Response.json(counts)
  }
  if (pathname === '/bench/objects') return Response.json(objects.size)
  if (pathname === '/bench/bytes') return Response.json(await bytesByKind(env))
  if (pathname === '/bench/pass') await passTo(env, Date.now() + Number(searchParams.get('ms')))
  else return undefined
  return Response.json('done')
}
