import { fail, ok, type Result } from '@straks/shared'
import type * as z from 'zod'
import type { CircuitPolicy } from '../../platform/circuit.ts'
import { CircuitBreaker, type GuardedCall } from '../../platform/circuit-breaker.ts'
import type { HttpRequest } from '../../platform/http-client.ts'
import { log } from '../../platform/log.ts'
import { askOnce } from './call.ts'
import type { AltinnHost } from './host.ts'
import { readAnswer } from './read-json.ts'

/** What a service answered; where it did not, whether it refused, and with which status. */
export type ServiceAnswer<Value> = Result<Value, { readonly refusedWith: number | undefined }>

const UNANSWERED = fail({ refusedWith: undefined })

/**
 * One failure is an accident and two may be; five in a row are an outage. Ten seconds spare a service that is down and
 * notice soon that it is back. A probe that takes longer than any call may was lost with its worker.
 */
export const REGISTER_CIRCUIT = {
  failuresInARow: 5,
  recentMs: Number.POSITIVE_INFINITY,
  firstOpenMs: 10_000,
  longestOpenMs: 10_000,
  steadyMs: 0,
  probeMs: 5_000,
  successesToClose: 1,
} as const satisfies CircuitPolicy

/** A service that is not asked while it is down. Its circuit is this process's own. */
export class GuardedService {
  readonly #name: string
  readonly #host: AltinnHost
  readonly #breaker: CircuitBreaker

  /** @param name What the log calls it. */
  constructor(name: string, host: AltinnHost) {
    this.#name = name
    this.#host = host
    this.#breaker = new CircuitBreaker(REGISTER_CIRCUIT, host.now)
  }

  /** Asks, and reads the answer as JSON of this form. */
  ask<Schema extends z.ZodType>(question: HttpRequest, form: Schema): Promise<ServiceAnswer<z.output<Schema>>> {
    return this.askAs(question, (text) => readAnswer(form, text))
  }

  /** Asks, and reads the answer; one that cannot be read (`undefined`) is a failure of the service. */
  async askAs<Value>(question: HttpRequest, read: (text: string) => Value | undefined): Promise<ServiceAnswer<Value>> {
    const guarded = this.#breaker.admit()
    if (!guarded) return UNANSWERED
    const reply = await askOnce(this.#host, question)
    if (reply.kind === 'failed') return this.#failed(guarded, reply.why)
    if (reply.kind === 'refused') return this.#refused(guarded, reply.status)
    const value = read(reply.text)
    if (value === undefined) return this.#failed(guarded, 'unreadable')
    this.#breaker.record(guarded, 'success')
    return ok(value)
  }

  /** The service lives, whatever it says. */
  #refused(guarded: GuardedCall, status: number): ServiceAnswer<never> {
    this.#breaker.record(guarded, 'success')
    log('warn', 'register-refused', { service: this.#name, status })
    return fail({ refusedWith: status })
  }

  #failed(guarded: GuardedCall, why: string): ServiceAnswer<never> {
    this.#breaker.record(guarded, 'failure')
    log('warn', 'register-failed', { service: this.#name, why, circuit: this.#breaker.state })
    return UNANSWERED
  }
}
