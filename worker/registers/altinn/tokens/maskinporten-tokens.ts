import * as z from 'zod'
import { GuardedService } from '../guarded-service.ts'
import type { AltinnHost } from '../host.ts'
import type { MaskinportenClient } from '../settings.ts'
import { signGrant } from './sign-grant.ts'
import type { AltinnTokenSource } from './token.ts'

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

const TokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() })

/** Gets tokens from Maskinporten, for each scope its own. All share one circuit: it is one service. */
export function maskinportenTokens(client: MaskinportenClient, host: AltinnHost): (scope: string) => AltinnTokenSource {
  const service = new GuardedService('maskinporten', host)
  const url = new URL('token', client.issuer.endsWith('/') ? client.issuer : `${client.issuer}/`).href
  return (scope) => async () => {
    const nowMs = host.now()
    const assertion = await signGrant(client, scope, nowMs)
    const question = {
      method: 'POST',
      url,
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ grant_type: GRANT_TYPE, assertion }).toString(),
    } as const
    const answer = await service.ask(question, TokenAnswer)
    if (!answer.ok) return undefined
    // Reckoned from before the question, so that it never seems to last longer than it does.
    const { access_token, expires_in } = answer.value
    return { value: access_token, expiresAtMs: nowMs + expires_in * 1_000 }
  }
}
