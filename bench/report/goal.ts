/** A measured value beside what it should be. */
export type Goal = {
  readonly what: string
  readonly measured: number
  readonly goal: number
  readonly unit: string
  readonly atMost?: true
}

/** A goal as a row: what, measured, goal, met or not. */
export function goalRow({ what, measured, goal, unit, atMost }: Goal): readonly [string, number, string, string] {
  const met = atMost ? measured <= goal : measured >= goal
  return [what, measured, `${atMost ? '≤' : '≥'} ${goal} ${unit}`, met ? 'met' : 'not met']
}

/** The headings that go with it. */
export const GOAL_HEADINGS = ['goal', 'measured', 'wanted', 'verdict'] as const
