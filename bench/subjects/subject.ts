/** A server that runs, ready to be asked. */
export type RunningSubject = {
  readonly port: number
  /** The processes that do its work: their processor time is its price. */
  readonly processIds: readonly number[]
  readonly stop: () => Promise<void>
}

/** One row of the throughput table. */
export type Subject = {
  /** What `--only` calls it. */
  readonly name: SubjectName
  readonly title: string
  /** Whether each request has a key of its own, or repeats one that was accepted before. */
  readonly keys: 'new' | 'repeated'
  /** Starts it afresh: no measurement sees what another stored. */
  readonly start: () => Promise<RunningSubject>
}

export const SUBJECT_NAMES = ['floor', 'least', 'ours', 'unguarded', 'replays', 'peer', 'peer-replays'] as const

export type SubjectName = (typeof SUBJECT_NAMES)[number]
