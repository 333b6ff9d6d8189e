import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { correspondence } from './compatibility/correspondence.ts'
import { general } from './compatibility/general.ts'
import { judge } from './compatibility/judge.ts'
import { notifications } from './compatibility/notifications.ts'
import type { Proofs } from './compatibility/proof.ts'

const TEST = fileURLToPath(new URL('..', import.meta.url))
const DOCS = fileURLToPath(new URL('../../docs/compatibility/', import.meta.url))

/** Its rows are held by altinn-members.test.ts. */
const HELD_ELSEWHERE = ['members']

const PROOFS = new Map<string, Proofs>(Object.entries({ correspondence, general, judge, notifications }))

type Row = { readonly section: string; readonly cell: string }

/** The rows of a page's tables, by their first cells: what stands below each `| --- |`. */
function rowsOf(page: string): readonly Row[] {
  const rows: Row[] = []
  let section = ''
  let isInTable = false
  for (const line of readFileSync(`${DOCS}${page}.md`, 'utf8').split('\n')) {
    if (line.startsWith('## ')) section = line.slice(3)
    if (!line.startsWith('|')) isInTable = false
    else if (/^\|[\s|:-]+$/.test(line)) isInTable = true
    else if (isInTable) rows.push({ section, cell: (line.split(' | ')[0] ?? '').slice(2) })
  }
  return rows
}

/** The text of a test file, or of all in a folder. */
function sourceOf(file: string): string {
  if (existsSync(`${TEST}${file}.test.ts`)) return readFileSync(`${TEST}${file}.test.ts`, 'utf8')
  if (!existsSync(`${TEST}${file}`)) return ''
  return readdirSync(`${TEST}${file}`)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(`${TEST}${file}/${name}`, 'utf8'))
    .join('\n')
}

describe('the pages of compatibility', () => {
  it('are all of those that are held here', () => {
    expect(readdirSync(DOCS).sort()).toEqual([...PROOFS.keys(), ...HELD_ELSEWHERE].map((page) => `${page}.md`).sort())
  })

  it.each([...PROOFS])('%s: each row has a test, and no test is of a row that is gone', (page, proofs) => {
    const held = Object.entries(proofs).flatMap(([section, rows]) =>
      Object.keys(rows).map((cell) => ({ section, cell })),
    )
    const named = (rows: readonly Row[]) => rows.map(({ section, cell }) => `${section} | ${cell}`).sort()
    expect(named(held)).toEqual(named(rowsOf(page)))
  })

  it.each([...PROOFS])('%s: the tests are there', (_page, proofs) => {
    const missing = Object.values(proofs)
      .flatMap((rows) => Object.values(rows))
      .filter(([file, words]) => !sourceOf(file).includes(words))
    expect(missing).toEqual([])
  })
})
