import type { MetadataJson } from 'libphonenumber-js/core'

/** What is known of the telephone numbers of every country. */
export type NumberingPlans = MetadataJson

let plans: NumberingPlans | undefined

/**
 * Gives the numbering plans, once, to a bundle built without them: inside a Worker they would be a fifth of what has to
 * be started. Before that no number can be judged.
 */
export function giveNumberingPlans(given: NumberingPlans): void {
  plans = given
}

/** The numbering plans of all countries, as they were given. */
export function numberingPlans(): NumberingPlans {
  if (!plans) throw new Error('A telephone number was to be judged before the numbering plans were given')
  return plans
}
