import { ledgersIn, NO_SLICES, type Slices, sliceOf } from '../domain/activity.ts'
import type { FenceState } from '../fences/contract.ts'
import type { LedgerGauges, UnderWay } from '../ledger/operation/gauges.ts'
import { feedOf, fencesKeeperOf, ledgerNamed, webhookOf } from '../platform/objects.ts'
import { type EndpointView, mayNeedSomeone } from '../webhooks/endpoint.ts'
import type { KnownOrganization } from './directory.ts'

/** How an organisation stands now. */
export type Standing = {
  readonly waiting: number
  readonly oldestWaitingMs: number | undefined
  /** Messages that a provider may have, and that nothing tries again. */
  readonly uncertain: number
  readonly deadLetters: number
  readonly underWay: readonly UnderWay[]
  readonly fences: FenceState | undefined
  readonly webhooks: readonly EndpointView[]
  /** The slices of its ledgers that ever had an order. */
  readonly slices: Slices
  /** Whether nothing of it waits, is under way, or is for an operator to see to: it stays so until something is heard of it. */
  readonly isAtRest: boolean
}

/** How an organisation's webhooks stand. */
async function webhooksOf(env: Env, organization: string): Promise<readonly EndpointView[]> {
  const ids = await feedOf(env, organization).webhooks()
  const views = await Promise.all(ids.map(async (id) => ({ id, view: await webhookOf(env, organization, id).view() })))
  return views.flatMap(({ id, view }) => (view ? { ...view, id } : []))
}

async function gaugesOf(env: Env, name: string): Promise<{ slice: Slices; gauges: LedgerGauges } | undefined> {
  const gauges = await ledgerNamed(env, name).gauges()
  return gauges && { slice: sliceOf(name.slice(0, 1)), gauges }
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

/** Asks an organisation's ledgers, fences and webhooks. */
export async function standingOf(env: Env, { organization, slices }: KnownOrganization): Promise<Standing> {
  const [fences, webhooks, ...answers] = await Promise.all([
    fencesKeeperOf(env, organization).state(),
    webhooksOf(env, organization),
    ...ledgersIn(organization, slices).map((name) => gaugesOf(env, name)),
  ])
  const ledgers = answers.filter((answer) => answer !== undefined)
  const all = ledgers.map(({ gauges }) => gauges)
  const oldest = all.flatMap(({ oldestWaitingMs }) => oldestWaitingMs ?? [])
  const waiting = sumOf(all.map((gauges) => gauges.waiting))
  const uncertain = sumOf(all.map((gauges) => gauges.uncertain))
  const deadLetters = sumOf(all.map((gauges) => gauges.deadLetters))
  const underWay = all.flatMap((gauges) => gauges.underWay)
  return {
    waiting,
    oldestWaitingMs: oldest.length === 0 ? undefined : oldest.reduce((least, ms) => Math.min(least, ms)),
    uncertain,
    deadLetters,
    underWay,
    fences,
    webhooks,
    slices: ledgers.reduce((sum, { slice }) => sum | slice, NO_SLICES),
    isAtRest: waiting === 0 && deadLetters === 0 && underWay.length === 0 && !webhooks.some(mayNeedSomeone),
  }
}
