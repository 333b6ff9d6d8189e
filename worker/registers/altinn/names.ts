import { ok } from '@straks/shared'
import * as z from 'zod'
import type { AuthorizedService } from './authorized-service.ts'
import type { Answer } from './guarded-service.ts'

const PATH = '/register/api/v1/parties/nameslookup'

const Names = z.object({ partyNames: z.array(z.object({ name: z.string().nullish() })).nullish() })

/** The name of a party in Altinn's Register; `undefined` where it has none. */
export async function findName(
  register: AuthorizedService,
  party: { readonly ssn: string } | { readonly orgNo: string },
): Promise<Answer<string | undefined>> {
  const answer = await register.post(PATH, { parties: [party] }, Names)
  if (!answer.ok) return answer
  // One was asked for, so one is answered.
  return ok(answer.value.partyNames?.[0]?.name || undefined)
}
