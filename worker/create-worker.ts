import { preferredLanguage } from './api/http/language.ts'
import { problemResponse, toProblem } from './api/http/problem.ts'
import { dropUnread } from './api/http/read-body.ts'
import { type RequestContext, refuse, type Services } from './api/http/request-context.ts'
import { ROUTE_GROUPS } from './api/routes.ts'
import type { RouteGroup } from './api/routing/group.ts'
import { createRouter } from './api/routing/router.ts'
import { remoteIssuer } from './auth/issuer-keys.ts'
import { Operators } from './auth/operators.ts'
import { type IssuerKeys, TokenVerifier } from './auth/token-verifier.ts'
import { suppressAddress, tellWebhooks } from './delivery/after-bounce.ts'
import { consumeBatch } from './delivery/consume-batch.ts'
import { consumeDeadLetters } from './delivery/consume-dead-letters.ts'
import { consumeOrders } from './delivery/consume-orders.ts'
import { consumeRetries } from './delivery/consume-retries.ts'
import { PausedProviders } from './delivery/paused-providers.ts'
import { PendingReports } from './delivery/pending-reports.ts'
import { ProviderCircuits } from './delivery/provider-circuits.ts'
import type { Failure } from './domain/failure.ts'
import { FenceGate } from './fences/fence-gate.ts'
import { refuseUnknownSettings } from './known-settings.ts'
import { KnownOrganizations } from './operator/known-organizations.ts'
import { type Config, ConfigurationError } from './platform/config.ts'
import { configOf } from './platform/config-of.ts'
import { type LogFields, log, logError } from './platform/log.ts'
import { readHeader } from './platform/read-header.ts'
import { refuseJurisdiction } from './platform/refuse-jurisdiction.ts'
import { readTables } from './platform/tables.ts'
import { continueTrace, toTraceparent } from './platform/trace.ts'
import type { Provider } from './providers/provider.ts'
import type { BounceListener } from './providers/receipts/references.ts'
import { eventConsumerOf, receiveMail, selectProviders } from './providers/registry.ts'
import { selectRegister } from './registers/select-register.ts'
import { SuppressedAddresses } from './suppressions/suppressed-addresses.ts'

/** What another entry adds to the Worker: development its issuer and inbox routes, a benchmark its provider. */
type Extensions = {
  /** Says who a token's holder is, in place of the issuers. */
  readonly verifier?: () => TokenVerifier
  readonly issuers?: (env: Env, config: Config) => readonly IssuerKeys[]
  readonly providers?: (env: Env) => readonly Provider[]
  readonly routes?: readonly RouteGroup[]
  /** Names of settings that only this entry has. */
  readonly settings?: readonly string[]
}

/** The end of a queue's name says what it is for; the start differs by environment. */
const DEAD_LETTER_QUEUE = '-dead-letters'
const ORDER_QUEUE = '-orders'

/** What follows when a mail comes back: suppression and webhooks belong here. */
const BOUNCE_LISTENERS: readonly BounceListener[] = [suppressAddress, tellWebhooks]

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

/** Who may operate the service, by the settings. */
function operatorsOf(
  { operatorTokenIssuers }: Config,
  local: readonly IssuerKeys[],
  senders: TokenVerifier,
  verifierOf: (issuers: readonly IssuerKeys[]) => TokenVerifier,
): Operators {
  const access = operatorTokenIssuers.filter(({ isAccess }) => isAccess)
  const issuers = operatorTokenIssuers.filter(({ isAccess }) => !isAccess)
  return new Operators(
    verifierOf([...issuers.map(remoteIssuer), ...local]),
    access.length > 0 ? verifierOf(access.map(remoteIssuer)) : undefined,
    senders,
  )
}

/** JSON as the platform types it, and as Altinn does: some clients read what names no character set as ISO 8859-1. */
const JSON_TYPE = 'application/json'
const JSON_IN_UTF8 = `${JSON_TYPE}; charset=utf-8`

/** What an error that reached the edge means. Durable Objects say so when they are briefly away. */
function toFailure(error: unknown): Failure {
  if (error instanceof ConfigurationError) return { reason: 'misconfigured', sentence: error.message }
  const away = error instanceof Error && ('retryable' in error || 'overloaded' in error)
  return away ? { reason: 'ledger-unavailable' } : { reason: 'unexpected' }
}

/** Makes the Worker: its answers to requests and its consumers of queues. */
export function createWorker(extensions: Extensions = {}) {
  const route = createRouter([...ROUTE_GROUPS, ...(extensions.routes ?? [])])
  const servicesOf = oncePerEnvironment((env): Services => {
    const config = configOf(env)
    refuseUnknownSettings(env, extensions.settings)
    refuseJurisdiction(env)
    const local = extensions.issuers?.(env, config) ?? []
    const verifierOf = (issuers: readonly IssuerKeys[]) => new TokenVerifier(issuers, config.organizationCodes)
    const verifier = extensions.verifier?.() ?? verifierOf([...config.tokenIssuers.map(remoteIssuer), ...local])
    return {
      config,
      verifier,
      operators: operatorsOf(config, local, verifier, verifierOf),
      organizations: new KnownOrganizations(),
      providers: selectProviders(env, config, extensions.providers?.(env) ?? [], BOUNCE_LISTENERS),
      bounceListeners: BOUNCE_LISTENERS,
      circuits: new ProviderCircuits(),
      paused: new PausedProviders(),
      smsSenders: config.smsSenders,
      reports: new PendingReports(),
      register: selectRegister(env, config),
      gate: new FenceGate(),
      suppressed: new SuppressedAddresses(),
    }
  })

  async function answer(request: Request, context: RequestContext): Promise<Response> {
    try {
      await readTables(context.env)
      const answered = await route(request, context)
      return answered.ok ? answered.value : refuse(context, answered.failure)
    } catch (error) {
      logError('request-failed', error, { traceId: context.trace.traceId })
      return refuse(context, toFailure(error))
    }
  }

  async function fetch(request: Request, env: Env, ctx: ExecutionContext): Promise<Response> {
    const startedAtMs = Date.now()
    const trace = continueTrace(readHeader(request, 'traceparent'))
    // The route is noted by its pattern once it is found, never by its path: a stranger may write anything there.
    const notes: LogFields[] = [{ method: request.method, route: 'unmatched' }]
    const headers = new Map([['traceparent', toTraceparent(trace)]])
    const { traceId, spanId } = trace
    let response: Response
    try {
      response = await answer(request, {
        ...servicesOf(env),
        env,
        trace,
        headers,
        language: preferredLanguage(readHeader(request, 'accept-language')),
        afterwards: (work) => ctx.waitUntil(work.catch((error) => logError('afterwards-failed', error, { traceId }))),
        note: (fields) => notes.push(fields),
      })
    } catch (error) {
      logError('service-failed', error, { traceId })
      response = problemResponse(toProblem(toFailure(error), 'en', ''), traceId)
    }
    const { status } = response
    log('info', 'request', Object.assign({ status, durationMs: Date.now() - startedAtMs, traceId, spanId }, ...notes))
    if (response.webSocket) return response
    await dropUnread(request)
    for (const [name, value] of headers) response.headers.set(name, value)
    if (response.headers.get('content-type') === JSON_TYPE) response.headers.set('content-type', JSON_IN_UTF8)
    return request.method === 'HEAD' ? new Response(null, response) : response
  }

  async function queue(batch: MessageBatch, env: Env): Promise<void> {
    await readTables(env)
    // Where settings are wrong this throws for dead letters too: no message ends for a mistake in a deployment.
    const services = servicesOf(env)
    const consumeEvent = eventConsumerOf(batch.queue)
    if (batch.queue.endsWith(DEAD_LETTER_QUEUE)) await consumeDeadLetters(batch, env)
    else if (batch.queue.endsWith(ORDER_QUEUE)) await consumeOrders(batch, env, services)
    else if (consumeEvent) await consumeBatch(batch, (body) => consumeEvent(body, { env, ...services }))
    else await consumeRetries(batch, env, services)
  }

  /** Takes in mail to the bounce address. Mail to any other address is refused. */
  async function email(message: ForwardableEmailMessage, env: Env): Promise<void> {
    const services = servicesOf(env)
    const intake = await receiveMail(message, services.config, { env, ...services })
    log('info', 'mail', { intake, size: message.rawSize })
    if (intake === 'not-ours') message.setReject('550 5.1.1 No such address')
  }

  return { fetch, queue, email }
}
