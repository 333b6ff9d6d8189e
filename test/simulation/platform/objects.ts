import type { Machine } from './machine.ts'
import { Process, runIn } from './process.ts'
import { Disk, type ObjectStorage, storageFor } from './storage.ts'
import type { Planned } from './timeline.ts'

/** What an object is made of, as the platform gives it to its class. */
export type ObjectState = {
  readonly id: { readonly toString: () => string }
  readonly storage: ObjectStorage
  readonly blockConcurrencyWhile: (work: () => Promise<void>) => Promise<void>
  readonly waitUntil: (work: Promise<unknown>) => void
}

type Instance = Readonly<Record<string, unknown>>
type ObjectClass = new (state: ObjectState, env: never) => object

/** A call that an object carried out: what a history is judged by. */
export type Carried = {
  readonly kind: string
  readonly object: string
  readonly method: string
  readonly parameters: readonly unknown[]
  readonly result: unknown
  /** What the clock showed when it came: its object counts from then. */
  readonly cameMs: number
  /** When it came, in the timeline's milliseconds: calls that end at once may have been carried out in the order they came in. */
  readonly arrivedMs: number
}

/** What follows a history at its objects. */
export type Observer = {
  /** A call has come to its object. What it does may be stored even where it is never answered. */
  readonly arriving: (call: Pick<Carried, 'method' | 'parameters'>) => void
  readonly carried: (call: Carried) => void
}

type Loaded = { readonly process: Process; readonly instance: Instance; readonly isReady: () => Promise<void> }

/** The platform tells callers apart by this: an object that is briefly away may be asked again. */
const away = () => Object.assign(new Error('The object is away'), { retryable: true })

const ALARM_RETRY_MS = 2_000
const MOST_ALARM_DOUBLINGS = 5

/** One object: its disk, and its process while it is loaded. */
export class SimulatedObject {
  readonly kind: string
  readonly name: string
  readonly disk = new Disk()
  readonly #machine: Machine
  readonly #make: (state: ObjectState) => object
  readonly #observer: Observer
  #loaded: Loaded | undefined
  #planned: Planned | undefined
  #failedAlarms = 0

  constructor(machine: Machine, kind: string, name: string, make: (state: ObjectState) => object, observer: Observer) {
    this.#machine = machine
    this.kind = kind
    this.name = name
    this.#make = make
    this.#observer = observer
  }

  /** Its process, while it is loaded. */
  get process(): Process | undefined {
    return this.#loaded?.process
  }

  /** Carries out a method in its process, which is started where there is none. Rejects where that dies meanwhile. */
  carryOut(method: string, parameters: readonly unknown[]): Promise<unknown> {
    const { process, instance, isReady } = this.#load()
    const { clockMs: cameMs, nowMs: arrivedMs } = this.#machine.timeline
    this.#observer.arriving({ method, parameters })
    return new Promise((resolve, reject) => {
      const forget = process.whenDead(() => reject(away()))
      const work = runIn(process, async () => {
        await isReady()
        const found = instance[method]
        if (typeof found !== 'function') throw new TypeError(`${this.kind} has no method ${method}`)
        return found.apply(instance, parameters)
      })
      work.then(
        (result) => {
          if (!process.isAlive) return
          forget()
          this.#observer.carried({ kind: this.kind, object: this.name, method, parameters, result, cameMs, arrivedMs })
          resolve(result)
        },
        (error) => {
          forget()
          reject(error)
        },
      )
    })
  }

  #load(): Loaded {
    if (this.#loaded?.process.isAlive) return this.#loaded
    const process = new Process(`${this.kind} ${this.name}`)
    let ready = Promise.resolve()
    const state: ObjectState = {
      id: { toString: () => this.name },
      storage: storageFor(this.disk, process, this.#machine, () => this.#planAlarm()),
      blockConcurrencyWhile: (work) => {
        const before = ready
        ready = before.then(work)
        return ready
      },
      waitUntil: (work) => void work.catch(() => undefined),
    }
    const instance: unknown = runIn(process, () => this.#make(state))
    const loaded = { process, instance: instance as Instance, isReady: () => ready }
    this.#loaded = loaded
    return loaded
  }

  #planAlarm(): void {
    if (this.#planned) this.#planned.isCancelled = true
    const { alarmMs } = this.disk
    if (alarmMs === null) return
    this.#planned = this.#machine.timeline.atClock(alarmMs, () => {
      this.#planned = undefined
      void this.#machine.timeline.after(this.#machine.latencyMs(), undefined, () => void this.#ring(alarmMs))
    })
  }

  async #ring(alarmMs: number): Promise<void> {
    if (this.disk.alarmMs !== alarmMs) return
    this.disk.alarmMs = null
    try {
      await this.carryOut('alarm', [])
      this.#failedAlarms = 0
    } catch {
      if (this.disk.alarmMs !== null) return
      const pauseMs = ALARM_RETRY_MS * 2 ** Math.min(this.#failedAlarms++, MOST_ALARM_DOUBLINGS)
      this.disk.alarmMs = this.#machine.timeline.clockMs + pauseMs
      this.#planAlarm()
    }
  }
}

/** All objects of one class, as a binding gives them. */
export class Objects {
  readonly #machine: Machine
  readonly #kind: string
  readonly #Class: ObjectClass
  readonly #envOf: () => unknown
  readonly #observer: Observer
  readonly all = new Map<string, SimulatedObject>()

  constructor(machine: Machine, kind: string, Class: ObjectClass, envOf: () => unknown, observer: Observer) {
    this.#machine = machine
    this.#kind = kind
    this.#Class = Class
    this.#envOf = envOf
    this.#observer = observer
  }

  jurisdiction(): this {
    return this
  }

  /** What a caller holds of an object: each of its methods is a call over the wire. */
  getByName(name: string): unknown {
    return new Proxy(
      {},
      {
        get: (_, method) =>
          typeof method === 'string' && method !== 'then'
            ? (...sent: unknown[]) => this.#call(name, method, sent)
            : undefined,
      },
    )
  }

  object(name: string): SimulatedObject {
    const known = this.all.get(name)
    if (known) return known
    const Class = this.#Class
    const make = (state: ObjectState) => new Class(state, this.#envOf() as never)
    const made = new SimulatedObject(this.#machine, this.#kind, name, make, this.#observer)
    this.all.set(name, made)
    return made
  }

  #call(name: string, method: string, sent: readonly unknown[]): Promise<unknown> {
    const { random, faults } = this.#machine
    // A request and its answer are streams: the platform hands them over as they are.
    const isHttp = method === 'fetch'
    const parameters = isHttp ? [new Request(String(sent[0]))] : structuredClone(sent)
    return this.#machine.step(async () => {
      if (random.chance(faults.callLost)) throw away()
      const result = await this.object(name).carryOut(method, parameters)
      if (random.chance(faults.answerLost)) throw away()
      return isHttp ? result : structuredClone(result)
    })
  }
}
