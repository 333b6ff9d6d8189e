import { decodeJwt } from 'jose'
import { GuardedService } from '../guarded-service.ts'
import type { AltinnHost } from '../host.ts'
import type { AltinnToken, AltinnTokenSource } from './token.ts'

const EXCHANGE_PATH = '/authentication/api/v1/exchange/maskinporten'

/** Altinn answers with the token itself, in some versions within quotation marks. */
function readToken(text: string): AltinnToken | undefined {
  const value = text.trim().replace(/^"(.*)"$/, '$1')
  try {
    const { exp } = decodeJwt(value)
    return exp === undefined ? undefined : { value, expiresAtMs: exp * 1_000 }
  } catch {
    return undefined
  }
}

/** Exchanges Maskinporten's tokens for Altinn's own: its services believe no others. */
export function altinnTokens(
  platformUrl: string,
  maskinporten: AltinnTokenSource,
  host: AltinnHost,
): AltinnTokenSource {
  const service = new GuardedService('altinn-authentication', host)
  return async () => {
    const token = await maskinporten()
    if (!token) return undefined
    const headers = { accept: 'application/json', authorization: `Bearer ${token.value}` }
    const answer = await service.askAs({ method: 'GET', url: platformUrl + EXCHANGE_PATH, headers }, readToken)
    return answer.ok ? answer.value : undefined
  }
}
