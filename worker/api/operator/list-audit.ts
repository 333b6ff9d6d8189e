import { ok, words } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { deskOf } from '../../platform/objects.ts'
import { json } from '../routing/documentation.ts'
import { ownQueryOf } from '../routing/own-query.ts'
import { defineRoute } from '../routing/route.ts'
import { OPERATOR } from './operator-access.ts'

/** Entries of one page. */
const PAGE_SIZE = 100

const AuditQuery = () =>
  z.object({
    cursor: z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number)
      .optional()
      .describe(words(() => 'The `next` of the page before.')),
  })

/** `GET /straks/v1/operator/audit`: who did what, when, and what came of it; the newest first. */
export const listAudit = defineRoute({
  method: 'GET',
  path: '/audit',
  access: OPERATOR,
  query: ownQueryOf(AuditQuery),
  documentation: described(() => ({
    id: 'listAudit',
    summary: 'List what operators did',
    description: 'The newest first. Entries are kept for two years and name no recipient.',
    answers: { 200: json('The entries.', 'Audit') },
  })),
  handle: async ({ query, context }) => {
    const before = query.cursor ?? Number.MAX_SAFE_INTEGER
    const entries = await deskOf(context.env).auditBefore(before, PAGE_SIZE)
    const items = entries.map(({ number, atMs, outcome, ...entry }) => ({
      at: new Date(atMs).toISOString(),
      ...entry,
      outcome: outcome ?? null,
    }))
    const last = entries.length === PAGE_SIZE ? entries.at(-1) : undefined
    return ok(Response.json({ items, next: last ? String(last.number) : null }))
  },
})
