import { fail, ok, type Result } from '@straks/shared'
import type * as z from 'zod'
import { log } from '../../log/log.ts'
import { admit, afterAnswer, afterFailure, type Circuit, CLOSED } from '../circuit-breaker.ts'
import { call, type Question } from './call.ts'
import type { Host } from './host.ts'
import { readJson } from './read-json.ts'

/** What a service answered; where it did not, whether it refused, and with which status. */
export type Answer<Value> = Result<Value, { readonly refusedWith: number | undefined }>

const UNANSWERED = fail({ refusedWith: undefined })

/** A service that is not asked while it is down. Its circuit is this isolate's own. */
export class GuardedService {
  readonly #name: string
  readonly #host: Host
  #circuit: Circuit = CLOSED

  /** @param name What the log calls it. */
  constructor(name: string, host: Host) {
    this.#name = name
    this.#host = host
  }

  /** Asks, and reads the answer as JSON of this form. */
  ask<Schema extends z.ZodType>(question: Question, form: Schema): Promise<Answer<z.output<Schema>>> {
    return this.askAs(question, (text) => readJson(form, text))
  }

  /** Asks, and reads the answer; one that cannot be read (`undefined`) is a failure of the service. */
  async askAs<Value>(question: Question, read: (text: string) => Value | undefined): Promise<Answer<Value>> {
    const admitted = admit(this.#circuit, this.#host.now())
    if (!admitted) return UNANSWERED
    this.#circuit = admitted
    const reply = await call(this.#host, question)
    if (reply.kind === 'failed') return this.#failed(reply.why)
    if (reply.kind === 'refused') return this.#refused(reply.status)
    const value = read(reply.text)
    if (value === undefined) return this.#failed('unreadable')
    this.#circuit = afterAnswer()
    return ok(value)
  }

  #refused(status: number): Answer<never> {
    this.#circuit = afterAnswer()
    log('warn', 'register-refused', { service: this.#name, status })
    return fail({ refusedWith: status })
  }

  #failed(why: string): Answer<never> {
    this.#circuit = afterFailure(this.#circuit, this.#host.now())
    log('warn', 'register-failed', { service: this.#name, why, circuit: this.#circuit.state })
    return UNANSWERED
  }
}
