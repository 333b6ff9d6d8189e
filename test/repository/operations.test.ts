import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createOpenApi } from '../../scripts/generate/openapi.ts'
import { ROOT } from '../../scripts/run.ts'
import { operationsOf } from '../support/called-operations.ts'
import { INDEX_FILE, operationIndex } from '../support/operation-index.ts'

/** The cells of each operation's row. */
const rowsOf = (index: string): readonly (readonly string[])[] =>
  [...index.matchAll(/^\| (`.*) \|$/gm)].map(([, row = '']) => row.split(' | '))

describe('the index of operations', () => {
  const rows = rowsOf(readFileSync(ROOT + INDEX_FILE, 'utf8'))

  it('has the operations that the routes declare, each with its source', () => {
    const declared = rowsOf(operationIndex(operationsOf(JSON.parse(JSON.stringify(createOpenApi()))), new Map()))
    expect(rows.map((cells) => cells.slice(0, 3))).toEqual(declared.map((cells) => cells.slice(0, 3)))
  })

  it('names a file of the suite for each', () => {
    expect(rows.filter(([, , , files = '']) => !files.includes('.test.ts'))).toEqual([])
  })
})
