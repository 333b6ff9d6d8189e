import type { BenchToken } from '../token.ts'
import { serveWorker } from '../workerd/serve.ts'
import { settingsOf } from '../workerd/settings.ts'
import { asSubject } from './ours.ts'
import type { RunningSubject } from './subject.ts'

/** Starts the bare Worker. */
export const startFloor = async (): Promise<RunningSubject> =>
  asSubject(
    await serveWorker({ entry: 'floor.ts', readyPath: '/health', texts: {}, objects: { ROWS: 'Rows' }, queues: [] }),
  )

/** Starts the Worker that does the least which any service of this kind does. */
export const startLeast = async (token: BenchToken): Promise<RunningSubject> =>
  asSubject(
    await serveWorker({
      entry: 'least.ts',
      readyPath: '/health',
      texts: settingsOf(token),
      objects: { ROWS: 'WideRows' },
      queues: [],
    }),
  )
