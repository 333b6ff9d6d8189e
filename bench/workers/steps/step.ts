/** One thing that a request makes the Worker do, so that it can be done over and over. */
export type Step = {
  /** How often a request does it; 0 for a part of another step, or for comparison. */
  readonly perRequest: number
  readonly run: (index: number) => unknown
  /** What must have happened before, out of the measurement. */
  readonly prepare?: (index: number) => Promise<unknown>
}

/** What a Worker has to do for a request, by name. */
export type Steps = Readonly<Record<string, Step>>

export const once = (run: Step['run']): Step => ({ perRequest: 1, run })
export const times = (perRequest: number, run: Step['run']): Step => ({ perRequest, run })
export const apart = (run: Step['run']): Step => ({ perRequest: 0, run })
