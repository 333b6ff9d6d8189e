import { giveNumberingPlans, type NumberingPlans } from '@straks/shared/numbering-plans'

/** The file among the assets. Which host is named does not matter: the binding knows only files. */
const FILE = 'https://assets.straks/numbering-plans.json'

let reading: Promise<void> | undefined

async function read({ ASSETS }: Env): Promise<void> {
  const response = await ASSETS.fetch(FILE)
  // Asked again, the platform may have them: the client is told so.
  if (!response.ok) throw Object.assign(new Error('The numbering plans cannot be read'), { retryable: true })
  giveNumberingPlans(await response.json<NumberingPlans>())
}

/**
 * Reads the plans by which telephone numbers are judged, once for each process. They are deployed beside the Worker: in
 * its bundle they would be a fifth of what the platform has to load before the first answer.
 */
export function readNumberingPlans(env: Env): Promise<void> {
  reading ??= read(env).catch((error: unknown) => {
    reading = undefined
    throw error
  })
  return reading
}
