import { fail } from '@straks/shared'
import type * as z from 'zod'
import { GuardedService, type ServiceAnswer } from './guarded-service.ts'
import type { AltinnHost } from './host.ts'
import type { KeptToken } from './tokens/kept-token.ts'

const UNAUTHORIZED = 401

/** How a service is reached and called. */
type Access = {
  readonly name: string
  readonly url: string
  readonly token: KeptToken
  /** Sent with every question, beside the token. */
  readonly headers?: Record<string, string>
}

/** A service that is asked with a token. It is not asked while there is no token, or while it is down. */
export class AuthorizedService {
  readonly #access: Access
  readonly #service: GuardedService

  constructor(access: Access, host: AltinnHost) {
    this.#access = access
    this.#service = new GuardedService(access.name, host)
  }

  /** Asks with a JSON body and reads the answer as JSON of this form. */
  async post<Schema extends z.ZodType>(
    path: string,
    body: object,
    form: Schema,
  ): Promise<ServiceAnswer<z.output<Schema>>> {
    const { url, token, headers } = this.#access
    const bearer = await token.get()
    if (bearer === undefined) return fail({ refusedWith: undefined })
    const answer = await this.#service.ask(
      {
        method: 'POST',
        url: url + path,
        headers: {
          ...headers,
          accept: 'application/json',
          authorization: `Bearer ${bearer}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
      },
      form,
    )
    if (!answer.ok && answer.failure.refusedWith === UNAUTHORIZED) token.forget(bearer)
    return answer
  }
}
