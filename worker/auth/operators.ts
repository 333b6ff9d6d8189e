import { fail, ok, type Result } from '@straks/shared'
import type { Failure } from '../domain/failure.ts'
import { readHeader } from '../platform/read-header.ts'
import { authenticateAny, authenticateToken, bearerToken, OPERATE } from './authenticate.ts'
import type { Principal } from './principal.ts'
import type { TokenVerifier } from './token-verifier.ts'

/** Someone who runs the service, by the name that entries of the audit log have. */
export type Operator = { readonly who: string }

/** Where Cloudflare Access puts its token, when it stands before a service. */
const ACCESS_ASSERTION = 'cf-access-jwt-assertion'

/** The name of an operator whose token has none that says nothing of a person. */
const UNNAMED = 'unnamed'

const toOperator = ({ subject, organization }: Principal): Operator => ({ who: subject ?? organization ?? UNNAMED })

/** Tells who may operate the service: who has a token with the scope, or who Cloudflare Access has let in. */
export class Operators {
  readonly #issuers: TokenVerifier
  readonly #access: TokenVerifier | undefined
  readonly #senders: TokenVerifier

  /**
   * @param issuers of tokens that may carry the scope
   * @param access Cloudflare Access, where it is set up
   * @param senders those whose tokens never carry it: they are told so
   */
  constructor(issuers: TokenVerifier, access: TokenVerifier | undefined, senders: TokenVerifier) {
    this.#issuers = issuers
    this.#access = access
    this.#senders = senders
  }

  async identify(request: Request, nowMs: number): Promise<Result<Operator, Failure>> {
    const assertion = readHeader(request, ACCESS_ASSERTION)
    if (this.#access && assertion !== null && bearerToken(request) === undefined) {
      const admitted = await this.#access.verify(assertion, nowMs)
      return admitted.ok ? ok(toOperator(admitted.value)) : admitted
    }
    const operator = await authenticateAny(request, this.#issuers, [OPERATE], nowMs)
    if (operator.ok) return ok(toOperator(operator.value))
    if (operator.failure.reason !== 'unauthenticated') return operator
    const sender = await authenticateToken(request, this.#senders, nowMs)
    return sender.ok ? fail({ reason: 'scope-missing', scope: OPERATE }) : sender
  }
}
