import { giveNumberingPlans, type NumberingPlans } from '@straks/shared/numbering-plans'

/** The file among the assets. Which host is named does not matter: the binding knows only files. */
const FILE = 'https://assets.straks/numbering-plans.json'

/**
 * Reads the plans once, however often it is asked. Requests that come before they are there read them each for itself: one
 * that waited for another would wait for ever where that one is cut off.
 */
export function readOnce(give: (plans: NumberingPlans) => void): (env: Env) => Promise<void> {
  let areRead = false
  return async ({ ASSETS }) => {
    if (areRead) return
    const response = await ASSETS.fetch(FILE)
    // Asked again, the platform may have them: the client is told so.
    if (!response.ok) throw Object.assign(new Error('The numbering plans cannot be read'), { retryable: true })
    give(await response.json<NumberingPlans>())
    areRead = true
  }
}

/**
 * Reads the plans by which telephone numbers are judged, once for each process. They are deployed beside the Worker: in
 * its bundle they would be a fifth of what the platform has to load before the first answer.
 */
export const readNumberingPlans = readOnce(giveNumberingPlans)
