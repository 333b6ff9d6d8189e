import { edgeSteps } from './steps/edge-steps.ts'
import { judgeSteps } from './steps/judge-steps.ts'
import { ledgerSteps } from './steps/ledger-steps.ts'
import type { Probe } from './steps/probe.ts'
import { apart, type Step, type Steps } from './steps/step.ts'
import straks from './straks.ts'

export * from '../../worker/index.ts'
export { Probe } from './steps/probe.ts'

type StepsEnv = Env & {
  readonly PROBE: DurableObjectNamespace<Probe>
  readonly BENCH_TOKEN: string
  readonly BENCH_BODY: string
}

/** A new message as a client sends it. */
function messageRequest(env: StepsEnv, key: string): Request {
  const { idempotencyId }: { readonly idempotencyId: string } = JSON.parse(env.BENCH_BODY)
  const body = env.BENCH_BODY.replace(idempotencyId, key)
  return new Request('https://straks.example/notifications/api/v1/future/orders/instant/sms', {
    method: 'POST',
    body,
    headers: {
      authorization: `Bearer ${env.BENCH_TOKEN}`,
      'content-type': 'application/json',
      'content-length': String(body.length),
    },
  })
}

/** The whole request, from the token to the report, without the network. */
async function answerOne(env: StepsEnv, ctx: ExecutionContext, key: string): Promise<void> {
  const { status } = await straks.fetch(messageRequest(env, key), env, ctx)
  if (status !== 201) throw new Error(`The request was answered with ${status}`)
}

async function repeat(work: Step['run'], times: number): Promise<void> {
  for (let index = 0; index < times; index++) await work(index)
}

/**
 * Does one step of a request as often as it is asked to, or lists the steps. The caller measures the time:
 * a Worker's own clock stands still while it computes.
 */
export default {
  async fetch(request, env, ctx): Promise<Response> {
    const { searchParams } = new URL(request.url)
    const run = searchParams.get('run') ?? ''
    const steps: Steps = {
      'nothing: the loop that repeats a step': apart(() => undefined),
      ...edgeSteps(env, env.BENCH_TOKEN, env.BENCH_BODY),
      ...judgeSteps(env.BENCH_BODY),
      ...ledgerSteps(env, run),
      'whole request, without HTTP': apart((index) => answerOne(env, ctx, `${run}-whole-${index}`)),
    }
    const step = steps[searchParams.get('step') ?? '']
    if (!step) return Response.json(Object.entries(steps).map(([name, { perRequest }]) => ({ name, perRequest })))
    const work = searchParams.has('prepare') ? step.prepare : step.run
    if (work) await repeat(work, Number(searchParams.get('times')))
    return new Response(null, { status: 204 })
  },
} satisfies ExportedHandler<StepsEnv>
