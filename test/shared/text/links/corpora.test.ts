import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  falseAlarmRate,
  GOALS,
  PARTS,
  readCorpus,
  recall,
  scoreByCategory,
  total,
} from '../../../../scripts/corpora/link-corpus.ts'
import { makeLinkCorpus, makePlainCorpus } from '../../../../scripts/corpora/make-link-corpora.ts'

const stored = (name: string): string =>
  readFileSync(new URL(`../../../corpora/links/${name}`, import.meta.url), 'utf8')

describe.each(Object.entries(PARTS))('the %s part of the link corpora', (_part, files) => {
  const score = total(scoreByCategory(files.flatMap(readCorpus)).values())

  it('has its links found', () => {
    expect(recall(score)).toBeGreaterThanOrEqual(GOALS.recall)
  })

  it('raises hardly any false alarms', () => {
    expect(falseAlarmRate(score)).toBeLessThanOrEqual(GOALS.falseAlarmRate)
  })

  it('marks a link in every line of its links, and none in its plain sentences', () => {
    const [links = '', plain = ''] = files
    expect(readCorpus(links).filter((sample) => sample.links.length === 0)).toEqual([])
    expect(readCorpus(plain).filter((sample) => sample.links.length > 0)).toEqual([])
  })
})

describe('the generated corpora', () => {
  it('are what their generator makes', () => {
    expect(stored('links.txt')).toBe(makeLinkCorpus())
    expect(stored('plain.txt')).toBe(makePlainCorpus())
  })

  it('are as large as the goals are meant for', () => {
    expect(readCorpus('links.txt').length).toBeGreaterThanOrEqual(1000)
    expect(readCorpus('plain.txt').length).toBeGreaterThanOrEqual(5000)
  })
})
