import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/run.ts'

const read = (path: string): string => readFileSync(ROOT + path, 'utf8')

const CREATED = /CREATE TABLE (?:IF NOT EXISTS )?(\w+|\$\{\w+\})/g
const GONE = /(?:DROP TABLE (?:IF EXISTS )?(\w+)|ALTER TABLE (\w+) RENAME TO)/g

/** The name of a table, which a constant of the same file may have. */
const nameIn = (text: string, written: string): string =>
  new RegExp(`const ${written.replace(/\W/g, '')} = '(\\w+)'`).exec(text)?.[1] ?? written

/** The tables that code creates and no later step drops or names anew. */
function tables(): readonly string[] {
  const texts = globSync('worker/**/*.ts', { cwd: ROOT }).map(read)
  const created = texts.flatMap((text) => [...text.matchAll(CREATED)].map(([, name = '']) => nameIn(text, name)))
  const gone = texts.flatMap((text) => [...text.matchAll(GONE)].map(([, dropped, renamed]) => dropped ?? renamed))
  const times = (name: string, names: readonly unknown[]): number => names.filter((one) => one === name).length
  return [...new Set(created)].filter((name) => times(name, created) > times(name, gone))
}

describe('docs/storage.md', () => {
  it('says what each table contains', () => {
    const found = tables()
    expect(found).toContain('live_messages')
    expect(found.filter((name) => !read('docs/storage.md').includes(`\`${name}\``))).toEqual([])
  })
})
