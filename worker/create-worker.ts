import { remoteIssuer } from './auth/issuer-keys.ts'
import { type IssuerKeys, TokenVerifier } from './auth/token-verifier.ts'
import { type Config, ConfigurationError, parseConfig } from './config.ts'
import { consumeDeadLetters } from './delivery/consume-dead-letters.ts'
import { consumeOrders } from './delivery/consume-orders.ts'
import { consumeRetries } from './delivery/consume-retries.ts'
import type { Failure } from './failure.ts'
import { type Exchange, refuse, type Services } from './http/exchange.ts'
import { preferredLanguage } from './http/language.ts'
import { problemResponse, toProblem } from './http/problem.ts'
import { type LogFields, log, logError } from './log/log.ts'
import { continueTrace, toTraceparent } from './log/trace.ts'
import { readNumberingPlans } from './numbering-plans.ts'
import type { Provider } from './providers/provider.ts'
import { selectProviders } from './providers/registry.ts'
import { selectRegister } from './registers/select-register.ts'
import { createRoutes, type Routes } from './router.ts'

/** What another entry adds to the Worker: a laptop its issuer and inbox routes, a benchmark its provider. */
export type Extensions = {
  readonly issuers?: (env: Env, config: Config) => readonly IssuerKeys[]
  readonly providers?: (env: Env) => readonly Provider[]
  readonly addRoutes?: (routes: Routes) => void
}

const DEAD_LETTER_QUEUE = 'straks-dead-letters'
const ORDER_QUEUE = 'straks-orders'

/** Remembers what was made for an environment, so that it is made once and not for each request. */
function oncePerEnvironment<Made>(make: (env: Env) => Made): (env: Env) => Made {
  const made = new WeakMap<Env, Made>()
  return (env) => {
    const known = made.get(env)
    if (known) return known
    const fresh = make(env)
    made.set(env, fresh)
    return fresh
  }
}

/** What an error that reached the edge means. Durable Objects say so when they are briefly away. */
function toFailure(error: unknown): Failure {
  if (error instanceof ConfigurationError) return { reason: 'misconfigured', sentence: error.message }
  const away = error instanceof Error && ('retryable' in error || 'overloaded' in error)
  return away ? { reason: 'ledger-unavailable' } : { reason: 'unexpected' }
}

/** The pattern of the route that took a request. Never its path: a stranger may write anything there. */
const routeOf = (request: Request): string => ('route' in request ? String(request.route) : 'unmatched')

/** Makes the Worker: its answers to requests and its consumers of queues. */
export function createWorker(extensions: Extensions = {}) {
  const routes = createRoutes(extensions.addRoutes ?? (() => undefined))
  const servicesOf = oncePerEnvironment((env): Services => {
    const config = parseConfig(env)
    const issuers = [...config.tokenIssuers.map(remoteIssuer), ...(extensions.issuers?.(env, config) ?? [])]
    return {
      config,
      verifier: new TokenVerifier(issuers, config.organizationCodes),
      providers: selectProviders(env, config, extensions.providers?.(env) ?? []),
      register: selectRegister(env, config),
    }
  })

  async function answer(request: Request, exchange: Exchange): Promise<Response> {
    try {
      await readNumberingPlans(exchange.env)
      return await routes.fetch(request, exchange)
    } catch (error) {
      logError('request-failed', error, { traceId: exchange.trace.traceId })
      return refuse(exchange, toFailure(error))
    } finally {
      exchange.note({ method: request.method, route: routeOf(request) })
    }
  }

  async function fetch(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
    const startedAtMs = Date.now()
    const trace = continueTrace(request.headers.get('traceparent'))
    const notes: LogFields[] = []
    const { traceId, spanId } = trace
    let response: Response
    try {
      response = await answer(request, {
        ...servicesOf(env),
        env,
        trace,
        language: preferredLanguage(request.headers.get('accept-language')),
        afterwards: (work) => ctx.waitUntil(work.catch((error) => logError('afterwards-failed', error, { traceId }))),
        note: (fields) => notes.push(fields),
      })
    } catch (error) {
      logError('service-failed', error, { traceId })
      response = problemResponse(toProblem(toFailure(error), 'en', ''), traceId)
    }
    const { status } = response
    log('info', 'request', Object.assign({ status, durationMs: Date.now() - startedAtMs, traceId, spanId }, ...notes))
    if (!response.webSocket) response.headers.set('traceparent', toTraceparent(trace))
    return response
  }

  async function queue(batch: MessageBatch, env: Env): Promise<void> {
    await readNumberingPlans(env)
    if (batch.queue === DEAD_LETTER_QUEUE) await consumeDeadLetters(batch, env)
    else if (batch.queue === ORDER_QUEUE) await consumeOrders(batch, env, servicesOf(env))
    else await consumeRetries(batch, env, servicesOf(env).providers)
  }

  return { fetch, queue }
}
