import { ok } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { PAGE_HEADERS, serveAsset } from '../http/asset.ts'
import { anyone } from '../routing/access.ts'
import { content } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'

/** `GET /docs`: the first page of the documentation. The others are files below it. */
export const getDocs = defineRoute({
  method: 'GET',
  path: '/docs',
  access: anyone,
  documentation: described(() => ({
    id: 'getDocs',
    summary: 'Read about the API',
    answers: { 200: content('The first page of the documentation.', 'text/html', () => z.string()) },
  })),
  handle: async ({ request, context }) =>
    ok(await serveAsset(request, context, { ...PAGE_HEADERS, 'cache-control': 'max-age=300' })),
})
