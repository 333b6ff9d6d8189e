import { ok } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { anyone } from '../routing/access.ts'
import { json } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'

/** `GET /health`: whether the service answers. */
export const getHealth = defineRoute({
  method: 'GET',
  path: '/health',
  access: anyone,
  documentation: described(() => ({
    id: 'getHealth',
    summary: 'Check that the service answers',
    answers: { 200: json('It does.', () => z.object({ status: z.literal('ok') })) },
  })),
  handle: async () => ok(Response.json({ status: 'ok' })),
})
