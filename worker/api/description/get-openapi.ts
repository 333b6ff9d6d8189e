import { ok } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { serveAsset } from '../http/asset.ts'
import { anyone } from '../routing/access.ts'
import { json } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'

/** `GET /openapi.json`: the API's description (OpenAPI 3.1), generated from the routes. */
export const getOpenApi = defineRoute({
  method: 'GET',
  path: '/openapi.json',
  access: anyone,
  documentation: described(() => ({
    id: 'getOpenApi',
    summary: 'Get this description',
    answers: { 200: json('The API as OpenAPI 3.1.', () => z.looseObject({ openapi: z.string() })) },
  })),
  handle: async ({ request, context }) =>
    ok(
      await serveAsset(request, context, {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'max-age=300',
      }),
    ),
})
