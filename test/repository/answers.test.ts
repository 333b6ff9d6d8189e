import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/run.ts'
import * as answers from '../../worker/api/answers/index.ts'

const FOLDER = `${ROOT}worker/api`

const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))

const code = new Map(files.map((path) => [path, readFileSync(join(FOLDER, path), 'utf8')]))

/** Where a name is that of an answer: `json('The shipment.', 'ShipmentManifest')`. */
const NAMES = /(?:, |headers: |schema = )'([A-Z]\w+)'/g

describe('the schemas of answers', () => {
  it('are each named by a route, and the problem by all', () => {
    const named = new Set([...code.values()].flatMap((text) => [...text.matchAll(NAMES)].map(([, name]) => name)))
    expect(Object.keys(answers).filter((name) => name !== 'Problem' && !named.has(name))).toEqual([])
  })

  it('are in files that routes do not import, so that the Worker has none of them', () => {
    const importers = [...code].filter(
      ([path, text]) => !/answers?\.ts$/.test(path) && /^import \{.*answers?(?:\.ts)?'$/m.test(text),
    )
    expect(importers.map(([path]) => path)).toEqual([])
  })
})
