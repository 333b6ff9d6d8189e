import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { differenceRows } from '../../scripts/altinn/differences.ts'

const page = readFileSync(new URL('../../docs/compatibility/members.md', import.meta.url), 'utf8')

describe('the members of Altinn’s APIs', () => {
  it('are ours, but for those that the page of differences names, each with its reason', () => {
    const named = page.split('\n').filter((line) => /^\| (?:request|answer|query): /.test(line))
    const reasons = named.map((line) => line.split(' | ').at(-1)?.slice(0, -2).trim() ?? '')
    expect(reasons.filter((reason) => reason === '')).toEqual([])
    expect(named.map((line) => `${line.split(' | ').slice(0, -1).join(' | ')} |`)).toEqual(differenceRows())
  })
})
