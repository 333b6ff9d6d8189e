import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/run.ts'

const runbook = readFileSync(`${ROOT}docs/operate/runbook.md`, 'utf8')

/** What the runbook has an operator write by hand, and the folder where it goes. */
const [, route = ''] = /The route is a file[\s\S]*?```ts\n([\s\S]*?)```/.exec(runbook) ?? []
const FOLDER = 'worker/api/operator'

describe('the route that the runbook restores a ledger with', () => {
  it('imports what there is', () => {
    const imports = [...route.matchAll(/^import \{ (.*) \} from '(\.{1,2}\/.*)'$/gm)]
    expect(imports.length).toBeGreaterThan(3)
    for (const [, names = '', path = ''] of imports) {
      const code = readFileSync(join(ROOT, FOLDER, path), 'utf8')
      for (const name of names.split(', '))
        expect(code, `${path}: ${name}`).toMatch(new RegExp(`^export (?:async )?(?:const|function) ${name}\\b`, 'm'))
    }
  })
})
