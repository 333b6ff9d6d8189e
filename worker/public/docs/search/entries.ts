import type { SearchEntry } from './entry.ts'

export type { SearchEntry }

let reading: Promise<readonly SearchEntry[]> | undefined

async function read(): Promise<readonly SearchEntry[]> {
  const response = await fetch('/docs-search.json')
  if (!response.ok) throw new Error(`The list to search was answered with ${response.status}`)
  return response.json()
}

/** Every place that can be found. Read once, at the first search. */
export function readEntries(): Promise<readonly SearchEntry[]> {
  reading ??= read().catch((error: unknown) => {
    reading = undefined
    throw error
  })
  return reading
}
