import { ok } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { PAGE_HEADERS, serveAsset } from '../http/asset.ts'
import { anyone } from '../routing/access.ts'
import { content } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'

/** `GET /operator`: the page of those who run the service. It is a file like others: what it shows, its reader's token gets. */
export const getOperatorPage = defineRoute({
  method: 'GET',
  path: '/operator',
  access: anyone,
  documentation: described(() => ({
    id: 'getOperatorPage',
    summary: 'Open the operator’s page',
    answers: { 200: content('The page, which asks for a token.', 'text/html', () => z.string()) },
  })),
  handle: async ({ request, context }) =>
    ok(await serveAsset(request, context, { ...PAGE_HEADERS, 'cache-control': 'no-cache' })),
})
