import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { recordOf, ruleCodes } from './recorded/record.ts'

/**
 * What each rule said when this was last recorded: of its examples, and of documents that differ from them in one place. A
 * change that was not meant shows here. `RECORD=1 npm test -- rules/recorded` writes what they say now, to be read in the diff.
 */
const fileOf = (code: string) => new URL(`./recorded/findings/${code}.txt`, import.meta.url)

describe('a rule says what was recorded', () => {
  it.each(ruleCodes)('%s', (code) => {
    const record = recordOf(code)
    if (process.env.RECORD !== undefined) writeFileSync(fileOf(code), record)
    expect(existsSync(fileOf(code))).toBe(true)
    expect(record.split('\n')).toEqual(readFileSync(fileOf(code), 'utf8').split('\n'))
  })
})
