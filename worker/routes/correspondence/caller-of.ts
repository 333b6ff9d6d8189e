import { ok, type Result } from '@straks/shared'
import { authenticateAny, CORRESPONDENCE_READ, CORRESPONDENCE_WRITE } from '../../auth/authenticate.ts'
import type { Caller } from '../../correspondence/caller.ts'
import type { Failure } from '../../failure.ts'
import type { Exchange } from '../../http/exchange.ts'

/** The scopes that let someone do something with a correspondence: any one of them. */
export const SENDER_OR_RECIPIENT = [CORRESPONDENCE_READ, CORRESPONDENCE_WRITE] as const
export const RECIPIENT = [CORRESPONDENCE_READ] as const

/** Who is calling, with one of these scopes. */
export async function callerOf(
  request: Request,
  { verifier }: Exchange,
  scopes: readonly [string, ...string[]],
): Promise<Result<Caller, Failure>> {
  const principal = await authenticateAny(request, verifier, scopes, Date.now())
  if (!principal.ok) return principal
  const { organization, scopes: held } = principal.value
  return ok({ organization, canWrite: held.has(CORRESPONDENCE_WRITE), canRead: held.has(CORRESPONDENCE_READ) })
}
