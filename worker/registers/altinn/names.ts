import { ok } from '@straks/shared'
import * as z from 'zod'
import type { AuthorizedService } from './authorized-service.ts'
import type { ServiceAnswer } from './guarded-service.ts'

const PATH = '/register/api/v1/parties/nameslookup'

const text = z.string().nullish()

const Names = z.object({ partyNames: z.array(z.object({ ssn: text, orgNo: text, name: text })).nullish() })

/** The names of parties in Altinn's Register, by number; those that it has none of are left out. */
export async function findPartyNames(
  register: AuthorizedService,
  kind: 'ssn' | 'orgNo',
  numbers: readonly string[],
): Promise<ServiceAnswer<ReadonlyMap<string, string>>> {
  const answer = await register.post(PATH, { parties: numbers.map((number) => ({ [kind]: number })) }, Names)
  if (!answer.ok) return answer
  const names = new Map<string, string>()
  for (const [index, { ssn, orgNo, name }] of (answer.value.partyNames ?? []).entries()) {
    // Where an answer does not say whose a name is, it comes in the order of the question.
    const number = ssn || orgNo || numbers[index]
    if (name && number !== undefined) names.set(number, name)
  }
  return ok(names)
}
