import { serveWorker } from '../workerd/serve.ts'
import { asSubject } from './ours.ts'
import type { RunningSubject } from './subject.ts'

/** Starts the bare Worker. */
export const startFloor = async (): Promise<RunningSubject> =>
  asSubject(
    await serveWorker({ entry: 'floor.ts', readyPath: '/health', texts: {}, objects: { ROWS: 'Rows' }, queues: [] }),
  )
