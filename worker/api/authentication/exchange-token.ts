import { ok } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { bearerToken } from '../../auth/authenticate.ts'
import { anyoneWithToken } from '../routing/access.ts'
import { content } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'

/**
 * `GET /authentication/api/v1/exchange/{maskinporten,id-porten}`: gives back the token that it was shown. Tokens of
 * Maskinporten and ID-porten are accepted as they are, so a client that exchanges its token first, at the same base URL,
 * works unchanged. docs/altinn/notifications.md §1.5.
 */
const defineExchangeRoute = (provider: 'maskinporten' | 'id-porten', id: string) =>
  defineRoute({
    method: 'GET',
    path: `/exchange/${provider}`,
    access: anyoneWithToken,
    documentation: described(() => ({
      id,
      summary: `Exchange a token of ${provider === 'maskinporten' ? 'Maskinporten' : 'ID-porten'}`,
      description:
        'Answers with the same token: the service accepts it as it is. For clients that exchange their token at the API’s own address.',
      answers: { 200: content('The token.', 'text/plain', () => z.string()) },
    })),
    handle: async ({ request }) =>
      ok(
        new Response(bearerToken(request), {
          headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
        }),
      ),
  })

export const exchangeMaskinportenToken = defineExchangeRoute('maskinporten', 'exchangeMaskinportenToken')
export const exchangeIdPortenToken = defineExchangeRoute('id-porten', 'exchangeIdPortenToken')
