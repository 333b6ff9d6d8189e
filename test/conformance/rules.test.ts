import { type Example, instant, instantEmail, instantSms, lint } from '@straks/shared'
import { rulePages } from '@straks/shared/rule-pages'
import { beforeAll, describe, expect, it } from 'vitest'
import { API, post, tokenFor } from './support.ts'

const ROUTES = [
  { kind: instantSms, path: `${API}/orders/instant/sms` },
  { kind: instantEmail, path: `${API}/orders/instant/email` },
  { kind: instant, path: `${API}/orders/instant` },
]

let token: string
beforeAll(async () => {
  token = await tokenFor({ org: 'rules' })
})

/** The example under a key of its own, where it has a key that says something. */
function fresh({ document }: Example): unknown {
  const { idempotencyId } = Object(document)
  const isKey = typeof idempotencyId === 'string' && idempotencyId.trim() !== '' && idempotencyId.isWellFormed()
  return isKey ? { ...Object(document), idempotencyId: crypto.randomUUID() } : document
}

describe('the examples of the rules', () => {
  it.each(Object.keys(rulePages))('of %s get the verdict at the edge that the editor shows', async (code) => {
    for (const example of Object.values(rulePages[code]?.examples() ?? {}).flat()) {
      const route = ROUTES.find(({ kind }) => kind.name === example.kind)
      if (!route) continue
      const document = fresh(example)
      const refused = lint(route.kind, document, 'en').some(({ severity }) => severity === 'error')
      const { status, json } = await post(route.path, document, { token })
      expect([status, JSON.stringify(example.document).slice(0, 200)]).toEqual([
        refused ? 400 : 201,
        expect.any(String),
      ])
      if (refused) expect(JSON.stringify(json.findings)).toContain('"severity":"error"')
    }
  })
})
