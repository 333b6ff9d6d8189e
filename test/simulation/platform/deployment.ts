import type { Machine } from './machine.ts'
import { Objects, type Observer } from './objects.ts'
import { Process, runIn } from './process.ts'
import { type QueueBatch, SimulatedQueue } from './queue.ts'

/** A Worker as the platform calls it. */
export type Worker = {
  readonly fetch: (request: Request, env: never, context: never) => Promise<Response>
  readonly queue: (batch: never, env: never) => Promise<void>
}

/** What is deployed: classes of objects by the names of their bindings, and how an isolate makes its Worker. */
export type Program = {
  readonly classes: Readonly<Record<string, new (state: never, env: never) => object>>
  readonly createWorker: () => Worker
}

type Isolate = { readonly process: Process; readonly worker: Worker; readonly env: object }

/** What work of the Worker runs with: its settings and bindings. */
export type Work<Value> = (env: never) => Promise<Value>

const ISOLATES = 2
const gone = () => new Error('The connection broke')

/** The Worker with its objects and queues, on a machine. Every isolate and every loaded object is a process of its own. */
export class Deployment {
  readonly #machine: Machine
  readonly #program: Program
  readonly #bindings: object
  readonly #isolates: (Isolate | undefined)[] = Array.from({ length: ISOLATES })
  readonly objects: ReadonlyMap<string, Objects>

  constructor(machine: Machine, program: Program, settings: object, observer: Observer) {
    this.#machine = machine
    this.#program = program
    const envOf = () => this.#bindings
    this.objects = new Map(
      Object.entries(program.classes).map(([name, Class]) => [
        name,
        new Objects(machine, name, Class as ConstructorParameters<typeof Objects>[2], envOf, observer),
      ]),
    )
    const consume = (batch: QueueBatch) => this.#run(({ worker, env }) => worker.queue(batch as never, env as never))
    const queue = (name: string, mostRetries: number, deadLetters?: SimulatedQueue) =>
      new SimulatedQueue(machine, { name: `straks-${name}`, mostInBatch: 50, mostRetries, deadLetters }, consume)
    const deadLetters = queue('dead-letters', 10)
    this.#bindings = {
      ...settings,
      ...Object.fromEntries(this.objects),
      ORDERS: queue('orders', 3, deadLetters),
      RETRIES: queue('retries', 3, deadLetters),
      ASSETS: { fetch: async () => Response.json({ htmlReferences: [] }) },
    }
  }

  /** Everything that can be killed now. */
  processes(): readonly Process[] {
    const loaded = [...this.objects.values()].flatMap(({ all }) => [...all.values()].map(({ process }) => process))
    const isolates = this.#isolates.map((isolate) => isolate?.process)
    return [...isolates, ...loaded].flatMap((process) => (process?.isAlive ? process : []))
  }

  cutPower(): void {
    for (const process of this.processes()) process.die()
  }

  /** Gives back what is kept in memory for it, when its history is over. */
  dismantle(): void {
    this.cutPower()
    for (const { all } of this.objects.values()) for (const { disk } of all.values()) disk.erase()
  }

  /** Lets a client ask: rejects where no answer comes back, whatever the reason. */
  async request(request: Request): Promise<Response> {
    return this.#travel(() =>
      this.#run(({ worker, env }) => {
        const context = { waitUntil: (work: Promise<unknown>) => void work.catch(() => undefined) }
        return worker.fetch(request, env as never, context as never)
      }),
    )
  }

  /** Runs something else that reaches the Worker from outside, such as a provider's report. */
  run<Value>(work: Work<Value>): Promise<Value> {
    return this.#travel(() => this.#run(({ env }) => work(env as never)))
  }

  async #travel<Value>(work: () => Promise<Value>): Promise<Value> {
    const { random, faults } = this.#machine
    await this.#wait()
    const value = await work()
    await this.#wait()
    if (random.chance(faults.answerLost)) throw gone()
    return value
  }

  #wait(): Promise<void> {
    return new Promise((resolve) => {
      this.#machine.timeline.after(this.#machine.latencyMs(), undefined, resolve)
    })
  }

  /** Runs work in an isolate, which is started where it is gone. Rejects where it dies meanwhile. */
  #run<Value>(work: (isolate: Isolate) => Promise<Value>): Promise<Value> {
    const isolate = this.#isolate(this.#machine.random.below(ISOLATES))
    return new Promise((resolve, reject) => {
      const forget = isolate.process.whenDead(() => reject(gone()))
      runIn(isolate.process, () => work(isolate)).then(
        (value) => {
          forget()
          if (isolate.process.isAlive) resolve(value)
        },
        (error) => {
          forget()
          reject(error)
        },
      )
    })
  }

  #isolate(index: number): Isolate {
    const known = this.#isolates[index]
    if (known?.process.isAlive) return known
    const process = new Process(`isolate ${index}`)
    const made = { process, worker: this.#program.createWorker(), env: { ...this.#bindings } }
    this.#isolates[index] = made
    return made
  }
}
