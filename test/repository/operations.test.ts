import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createOpenApi } from '../../scripts/generate/openapi.ts'
import { INDEX_FILE, operationIndexAfter, operationIndexKept } from '../../scripts/generate/operation-index.ts'
import { ROOT } from '../../scripts/run.ts'

describe('the index of operations', () => {
  const description = createOpenApi()
  const index = readFileSync(ROOT + INDEX_FILE, 'utf8')

  it('has the operations that the routes declare, each with its source, and keeps what a run told', () => {
    expect(operationIndexKept(description).content).toBe(index)
  })

  it('names files of the suite that exist', () => {
    const named = new Set([...index.matchAll(/\]\(([^)]+\.test\.ts)\)/g)].map(([, link = '']) => link))
    expect(named.size).toBeGreaterThan(20)
    expect([...named].filter((link) => !existsSync(join(ROOT, 'test/conformance', link)))).toEqual([])
  })

  it('has a file of the suite for each operation, so that a new route comes with a test', () => {
    const rows = index.split('\n').filter((line) => line.startsWith('| `'))
    expect(rows.length).toBeGreaterThan(60)
    expect(rows.filter((row) => !/\.test\.ts\)/.test(row))).toEqual([])
  })

  it('takes from a run of one file what that file called, and nothing from the others', () => {
    const called = new Map([['conformance/own-lists.test.ts', new Set(['GET /health'])]])
    const rows = (content: string, file: string) =>
      [...content.matchAll(/^\| `(.+?)` .*$/gm)].filter(([row]) => row.includes(`(${file})`)).map(([, name]) => name)
    const after = operationIndexAfter(description, called).content
    expect(rows(after, 'own-lists.test.ts')).toEqual(['GET /health'])
    expect(rows(after, 'webhooks.test.ts')).toEqual(rows(index, 'webhooks.test.ts'))
    expect(rows(index, 'webhooks.test.ts').length).toBeGreaterThan(0)
  })
})
