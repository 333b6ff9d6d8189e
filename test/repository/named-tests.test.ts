import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/run.ts'

const files = globSync('**/*.test.ts', { cwd: `${ROOT}test` })
const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'))

/** The cell of each row of a page's tables that says what proves it: the one that its heading calls so. */
function* proofsIn(page: string): Generator<string> {
  let column = -1
  for (const line of readFileSync(ROOT + page, 'utf8').split('\n')) {
    const cells = line.startsWith('|') ? line.split('|').slice(1, -1) : []
    const heading = cells.findIndex((cell) => /^ (?:Test|Proved by) $/.test(cell))
    if (heading >= 0 || cells.length === 0) column = heading
    else if (column >= 0 && !cells[column]?.startsWith('---')) yield cells[column] ?? ''
  }
}

/** What a cell names: tests by parts of their paths, and commands. */
const namesIn = (cell: string) =>
  [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, name = '']) =>
    name.startsWith('npm test -- ') ? name.slice('npm test -- '.length).split(' ') : name,
  )

const exists = (name: string): boolean => {
  const [npm, run, script = ''] = name.split(' ')
  return npm === 'npm' && run === 'run' ? script in scripts : files.some((file) => file.includes(name))
}

describe.each(['docs/security.md', 'docs/proof.md'])('%s', (page) => {
  const proofs = [...proofsIn(page)]

  it('names a test or a command for each of its promises', () => {
    expect(proofs.length).toBeGreaterThan(15)
    expect(proofs.filter((cell) => namesIn(cell).length === 0)).toEqual([])
  })

  it('names only those that there are', () => {
    expect(proofs.flatMap(namesIn).filter((name) => !exists(name))).toEqual([])
  })
})
