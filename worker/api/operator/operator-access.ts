import { ok } from '@straks/shared'
import { OPERATE } from '../../auth/authenticate.ts'
import type { Operator } from '../../auth/operators.ts'
import type { Access } from '../routing/access.ts'

/** Those who run the service: a token with the scope, or Cloudflare Access. */
export const OPERATOR: Access<Operator> = {
  scopes: [OPERATE],
  authenticate: async (request, { operators }) => {
    const operator = await operators.identify(request, Date.now())
    return operator.ok ? ok(() => operator) : operator
  },
}
