import { until } from '../../support/api/eventually.ts'
import type { DevServer } from '../../support/dev-server.ts'
import { Lag } from './lag.ts'
import { LogWatch } from './log-watch.ts'
import { type Fate, SteadyLoad } from './steady-load.ts'

/** How long a provider is ill; a minute in the long run that is made by hand. */
export const OUTAGE_MS = Number(process.env.FAILOVER_OUTAGE_SECONDS ?? 6) * 1_000

/** Before it falls ill, and after it is back. */
const STEADY_MS = 1_500

/** The longest pause between two trials, and some seconds for the trials. */
const BACK_WITHIN_MS = 20_000

const SETTLED_WITHIN_MS = 60_000

const FINAL = /Delivered|Failed/

/** A provider that is preferred and falls ill for a while. */
export type Patient = {
  readonly name: string
  readonly channel: 'sms' | 'email'
  readonly perSecond: number
  readonly sicken: () => void | Promise<void>
  readonly heal: () => void | Promise<void>
  /** Whom it was asked to reach and when, where it could notice. */
  readonly asked: () => readonly { readonly to: string; readonly atMs: number }[]
  /** Whom it and the provider behind it have really sent to. */
  readonly reached: () => readonly string[]
}

/** What an outage did. */
export type Course = {
  readonly fates: readonly Fate[]
  readonly refused: number
  readonly reached: readonly string[]
  /** When messages were first handed to the ill provider, in milliseconds from its illness on. */
  readonly exposedMs: readonly number[]
  /** When it was passed over, and when it was given all messages again. */
  readonly outMs: readonly number[]
  readonly backMs: readonly number[]
  /** How long after it was well it was given messages again. */
  readonly backAfterMs: number
  /** How far the machine was behind while it lasted. */
  readonly lagMs: number
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** When each recipient was first handed over, whether the provider noticed or the log tells. */
function firstAsked(patient: Patient, load: SteadyLoad, log: LogWatch): ReadonlyMap<string, number> {
  const recipients = new Map(load.sent.map(({ shipmentId, to }) => [shipmentId, to]))
  const failed = log.of('attempt', patient.name).map(({ atMs, fields }) => ({
    to: recipients.get(String(fields.shipmentId)) ?? '',
    atMs: atMs - Number(fields.durationMs),
  }))
  const first = new Map<string, number>()
  for (const { to, atMs } of [...patient.asked(), ...failed]) first.set(to, Math.min(first.get(to) ?? atMs, atMs))
  return first
}

/** Lets providers of one service fall ill under a steady load, and get well again; tells of each how it went. */
export async function outage(server: DevServer, patients: readonly Patient[]): Promise<readonly Course[]> {
  const log = new LogWatch(server)
  const loads = await Promise.all(patients.map(({ channel, perSecond }) => SteadyLoad.on(server, channel, perSecond)))
  await wait(STEADY_MS)
  const lag = new Lag(server)
  const illAtMs = Date.now()
  for (const patient of patients) await patient.sicken()
  await wait(OUTAGE_MS)
  for (const patient of patients) await patient.heal()
  const wellAtMs = Date.now()
  const changes = (name: string, state: string) =>
    log.of('provider-circuit', name).filter(({ fields }) => fields.state === state)
  const isBack = ({ name }: Patient) => changes(name, 'closed').length >= changes(name, 'open').length
  await until(() => patients.every(isBack), BACK_WITHIN_MS).catch(() => undefined)
  await wait(STEADY_MS)
  await Promise.all(loads.map((load) => load.stop()))
  const lagMs = await lag.stop()
  const courses = await Promise.all(
    patients.map(async (patient, index): Promise<Course | undefined> => {
      const load = loads[index]
      if (!load) return undefined
      let fates = await load.fates()
      for (const untilMs = Date.now() + SETTLED_WITHIN_MS; Date.now() < untilMs; fates = await load.fates()) {
        if (fates.every(({ status }) => FINAL.test(status))) break
        await wait(1_000)
      }
      const first = [...firstAsked(patient, load, log).values()]
      const since = (state: string) => changes(patient.name, state).map(({ atMs }) => atMs - illAtMs)
      return {
        fates,
        refused: load.refused,
        reached: patient.reached(),
        exposedMs: first
          .filter((atMs) => atMs >= illAtMs && atMs < wellAtMs)
          .map((atMs) => atMs - illAtMs)
          .sort((one, other) => one - other),
        outMs: since('open'),
        backMs: since('closed'),
        backAfterMs: Math.max(...since('closed'), wellAtMs - illAtMs) - (wellAtMs - illAtMs),
        lagMs,
      }
    }),
  )
  log.stop()
  return courses.filter((course) => course !== undefined)
}
