import { giveNumberingPlans, type NumberingPlans } from '@straks/shared/numbering-plans'
import { giveHtmlReferences } from './html-references.ts'

/** What the Worker looks up, and is not in its bundle. */
type Tables = {
  readonly numberingPlans: NumberingPlans
  readonly htmlReferences: readonly number[]
}

/** The file among the assets. Which host is named does not matter: the binding knows only files. */
const FILE = 'https://assets.straks/tables.json'

/**
 * Reads the tables once, however often it is asked. Requests that come before they are there read them each for itself: one
 * that waited for another would wait for ever where that one is cut off.
 */
export function readOnce(give: (tables: Tables) => void): (env: Env) => Promise<void> {
  let areRead = false
  return async ({ ASSETS }) => {
    if (areRead) return
    const response = await ASSETS.fetch(FILE)
    // Asked again, the platform may have them: the client is told so.
    if (!response.ok) throw Object.assign(new Error('The tables cannot be read'), { retryable: true })
    give(await response.json<Tables>())
    areRead = true
  }
}

/**
 * Reads, once for each process, the plans by which telephone numbers are judged and the names of HTML's characters. They are
 * deployed beside the Worker: in its bundle they would be a fifth of what the platform has to load before the first answer.
 */
export const readTables = readOnce(({ numberingPlans, htmlReferences }) => {
  giveNumberingPlans(numberingPlans)
  giveHtmlReferences(htmlReferences)
})
