import { correspondence, lint } from '@straks/shared'
import { rulePages } from '@straks/shared/rule-pages'
import { beforeAll, describe, expect, it } from 'vitest'
import { atTheEdge, tokenFor } from '../support.ts'
import { initialise, WRITE } from './messages.ts'

let token: string
beforeAll(async () => {
  token = await tokenFor({ org: 'rules', scope: WRITE })
})

/** Every message that the rules' pages show. */
const EXAMPLES = Object.entries(rulePages).flatMap(([code, page]) =>
  Object.values(page.examples())
    .flat()
    .filter(({ kind }) => kind === correspondence.name)
    .map(({ document }) => ({ code, document })),
)

/** The message under a key of its own, where it has one that is good. */
function fresh(document: unknown): unknown {
  const { idempotentKey } = Object(document)
  const isGood = typeof idempotentKey === 'string' && /^(?=.*[1-9a-f])[0-9a-f-]{36}$/i.test(idempotentKey)
  return isGood ? { ...Object(document), idempotentKey: crypto.randomUUID() } : document
}

describe('the messages of the rules’ pages', () => {
  it('are many', () => {
    expect(EXAMPLES.length).toBeGreaterThan(40)
  })

  it.each(EXAMPLES)('of $code get the verdict at the edge that the editor shows', async ({ document }) => {
    const refused = lint(correspondence, document, 'en', atTheEdge()).some(({ severity }) => severity === 'error')
    const { status, json } = await initialise(fresh(document), token)
    expect([status, JSON.stringify(document).slice(0, 200)]).toEqual([refused ? 400 : 200, expect.any(String)])
    if (refused) expect(JSON.stringify(json.findings)).toContain('"severity":"error"')
  })
})
