import type { BenchToken } from '../token.ts'
import { DEPLOYED } from '../workerd/deployed.ts'
import { type BenchWorker, type ServedWorker, serveWorker } from '../workerd/serve.ts'
import { settingsOf } from '../workerd/settings.ts'
import type { RunningSubject } from './subject.ts'

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

/** Starts ours with no fence, and with texts stored as they are: what these two cost is the difference. */
export async function startUnguarded(token: BenchToken): Promise<RunningSubject> {
  const straks = straksWorker('unguarded.ts', token)
  return asSubject(await serveWorker({ ...straks, texts: { ...straks.texts, FENCES: '{}' } }))
}

/** Starts ours. */
export const startOurs = async (token: BenchToken): Promise<RunningSubject> =>
  asSubject(await serveWorker(straksWorker('straks.ts', token)))
