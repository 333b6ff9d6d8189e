import {
  type Example,
  instant,
  instantEmail,
  instantSms,
  lint,
  order,
  orders,
  ordersEmail,
  ordersSms,
  table,
} from '@straks/shared'
import { rulePages } from '@straks/shared/rule-pages'
import { beforeAll, describe, expect, it } from 'vitest'
import { ORDERS } from '../support/api/client.ts'
import { API, atTheEdge, post, tokenFor } from './support.ts'

const ROUTES = [
  { kind: instantSms, path: `${API}/orders/instant/sms` },
  { kind: instantEmail, path: `${API}/orders/instant/email` },
  { kind: instant, path: `${API}/orders/instant` },
  { kind: order, path: `${API}/orders` },
  { kind: ordersEmail, path: `${ORDERS}/email` },
  { kind: ordersSms, path: `${ORDERS}/sms` },
  { kind: orders, path: ORDERS },
]

/** What each kind of request is answered where nothing is wrong with it. An order may still be to someone unknown. */
const ACCEPTED = table({ order: [201, 422], 'orders-email': [202], 'orders-sms': [202], orders: [202] })

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
  it.each(Object.entries(rulePages))('of %s get the verdict at the edge that the editor shows', async (_code, page) => {
    for (const example of Object.values(page.examples()).flat()) {
      const route = ROUTES.find(({ kind }) => kind.name === example.kind)
      if (!route) continue
      const document = fresh(example)
      const refused = lint(route.kind, document, 'en', atTheEdge()).some(({ severity }) => severity === 'error')
      const { status, json } = await post(route.path, document, { token })
      const accepted = expect.toBeOneOf([...(ACCEPTED.get(route.kind.name) ?? [201])])
      expect([status, JSON.stringify(example.document).slice(0, 200)]).toEqual([
        refused ? 400 : accepted,
        expect.any(String),
      ])
      if (refused) expect(JSON.stringify(json.findings)).toContain('"severity":"error"')
    }
  })
})
