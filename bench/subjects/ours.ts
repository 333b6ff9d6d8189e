import { randomBytes } from 'node:crypto'
import type { BenchToken } from '../token.ts'
import { DEPLOYED } from '../workerd/deployed.ts'
import { type BenchWorker, type ServedWorker, serveWorker } from '../workerd/serve.ts'
import type { RunningSubject } from './subject.ts'

const KEY_BYTES = 32

/**
 * Fences as a deployment has them, so wide that none closes: what they cost is measured, too. None for each recipient, because
 * the load writes to one number, which no deployment does.
 */
const OPEN_FENCES = { perMinute: 1_000_000_000, perDay: 1_000_000_000, smsCountries: ['47'] }

/** What is deployed, but for who signs its tokens, who takes its messages, and what a laptop cannot have. */
export const settingsOf = ({ issuer, publicKey }: BenchToken): Readonly<Record<string, string>> => ({
  ...DEPLOYED.settings,
  SMS_PROVIDERS: 'bench',
  EMAIL_PROVIDERS: 'bench',
  TOKEN_ISSUERS: '[]',
  PUBLIC_URL: 'https://straks.test',
  SMS_WINDOW: '00:00-24:00',
  OBJECT_JURISDICTION: 'none',
  FENCES: JSON.stringify({ default: OPEN_FENCES }),
  CONTENT_KEYS: JSON.stringify([{ id: 'bench', key: randomBytes(KEY_BYTES).toString('base64') }]),
  BENCH_ISSUER: issuer,
  BENCH_PUBLIC_KEY: JSON.stringify(publicKey),
})

/** Our Worker, or an entry like it, with the settings and objects of a deployment. */
export const straksWorker = (entry: string, token: BenchToken): BenchWorker => ({
  entry,
  readyPath: '/health',
  texts: settingsOf(token),
  objects: DEPLOYED.objects,
  queues: Object.keys(DEPLOYED.queues),
})

/** A Worker as a subject. */
export const asSubject = ({ port, server }: ServedWorker): RunningSubject => ({
  port,
  processIds: [server.id],
  stop: () => server.stop(),
})

/** Starts ours. */
export const startOurs = async (token: BenchToken): Promise<RunningSubject> =>
  asSubject(await serveWorker(straksWorker('straks.ts', token)))
