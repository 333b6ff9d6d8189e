import { AsyncLocalStorage } from 'node:async_hooks'
import { countCall } from './counts.ts'
import { takeAlarm, watchStorage } from './watch-storage.ts'

/** An object, with its state at hand. */
type Instance = { readonly ctx: DurableObjectState; alarm?(): Promise<void> | void }

type Class = (new (ctx: DurableObjectState, env: Env) => object) & { readonly prototype: object }

type Method = (this: Instance, ...values: unknown[]) => unknown

/** The methods that others may call, those of the classes above included; the alarm is none of them. */
function methodsOf(prototype: object): ReadonlyMap<string, Method> {
  const parent: object = Object.getPrototypeOf(prototype)
  // The platform's own class, which every object's extends, has no class of ours above it.
  const isOwn = parent !== Object.prototype && Object.getPrototypeOf(parent) !== null
  const all = new Map(isOwn ? methodsOf(parent) : [])
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(prototype)))
    if (typeof value === 'function' && name !== 'constructor') all.set(name, value)
  return all
}

/** Set while a call is under way: what an object then calls of its own is no call to it. */
const underWay = new AsyncLocalStorage<true>()

/** What the benchmark itself asks an object. None of it is counted. */
const ASKED_BY_THE_BENCHMARK = {
  async benchRing(this: Instance): Promise<void> {
    await this.alarm?.()
  },
  benchBytes(this: Instance): number {
    return this.ctx.storage.sql.databaseSize
  },
}

export type AskedByTheBenchmark = Rpc.DurableObjectBranded & {
  benchRing(): Promise<void>
  benchBytes(): number
}

/** A class whose objects count how often they are called, and what they do with their storage. */
export function counted<Counted extends Class>(kind: string, original: Counted): Counted {
  const { prototype } = original
  for (const [name, method] of methodsOf(prototype)) {
    const counting: Method =
      name === 'alarm'
        ? async function (this: Instance) {
            countCall(`${kind}.alarm`)
            await takeAlarm(this.ctx.storage)
            await underWay.run(true, () => method.call(this))
          }
        : function (this: Instance, ...values) {
            if (underWay.getStore()) return method.apply(this, values)
            countCall(`${kind}.${name}`)
            return underWay.run(true, () => method.apply(this, values))
          }
    Object.defineProperty(prototype, name, { value: counting, writable: true, configurable: true })
  }
  Object.assign(prototype, ASKED_BY_THE_BENCHMARK)
  return new Proxy(original, {
    construct(target, [ctx, env], newTarget) {
      watchStorage(kind, ctx)
      return Reflect.construct(target, [ctx, env], newTarget)
    },
  })
}
