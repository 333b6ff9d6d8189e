import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/run.ts'

const SOURCES = ['shared', 'worker', 'client', 'extension']

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...SOURCES], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => /\.(?:ts|js)$/.test(path) && !/(?:^|\/)(?:generated|scripts)\//.test(path))

/** The lines of the sources that a pattern finds, each with its file. */
const linesWith = (pattern: RegExp): readonly string[] =>
  files.flatMap((file) =>
    Array.from(readFileSync(ROOT + file, 'utf8').matchAll(pattern), ({ 0: found }) => `${file}: ${found}`),
  )

describe('the sources', () => {
  it('spread no list into the arguments of a call: a long one is a RangeError', () => {
    expect(
      linesWith(
        /\b(?:push|unshift|splice|toSpliced|concat|min|max|fromCharCode|fromCodePoint)\([^(){\n]*\.\.\.[^\n]*/g,
      ),
    ).toEqual([])
  })

  it('keep no table in an object that is looked up by any word: it also finds `constructor`', () => {
    expect(linesWith(/^(?:export )?const \w+: [^\n=]*Record<string, [^\n=]*= \{\n[^\n]*/gm)).toEqual([])
  })

  it('write the members of an object where they belong, and spread no literal among them', () => {
    expect(linesWith(/\.\.\.\{ \w[^\n]*/g)).toEqual([])
  })
})
