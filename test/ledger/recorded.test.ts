import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { story } from './recorded/story.ts'

/**
 * What a ledger answered when this was last recorded. A change that was not meant shows here; `RECORD=1 npm test --
 * ledger/recorded` writes what it answers now, to be read in the diff.
 */
const FILE = new URL('./recorded/story.txt', import.meta.url)

it('a ledger gives the answers that were recorded, from the first message to the last that it forgets', () => {
  const told = Array.from(story(), ([name, ...answers]) => `${name} ${JSON.stringify(answers)}`)
  if (process.env.RECORD !== undefined) writeFileSync(FILE, `${told.join('\n')}\n`)
  expect(told).toEqual(readFileSync(FILE, 'utf8').trimEnd().split('\n'))
})
