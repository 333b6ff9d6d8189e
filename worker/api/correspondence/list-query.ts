import {
  fail,
  type MessageRecipient,
  ok,
  parseMessageRecipient,
  parseMomentInUtc,
  type Result,
  readUuid,
  UUID,
  words,
} from '@straks/shared'
import * as z from 'zod'
import { type CorrespondenceQuery, ROLES } from '../../correspondence/correspondence-query.ts'
import { STATUS_NUMBERS } from '../../correspondence/status.ts'
import { bareResource } from '../../domain/bare-resource.ts'
import type { Failure } from '../../domain/failure.ts'
import type { Query } from '../routing/route.ts'
import { dotnetTime } from './form-time.ts'

/** What the query of a listing asks for. */
type ListQuery = Omit<CorrespondenceQuery, 'reference'> & {
  readonly idempotentKey?: string | undefined
  readonly sendersReference?: string | undefined
}

/** Of each parameter: longer than anything that it may be. */
const MOST_UNITS = 4_096

const schema = () =>
  z.object({
    resourceId: z
      .string()
      .optional()
      .describe(words(() => 'The resource that they belong to. May be left out with `idempotentKey`.')),
    role: z
      .enum(ROLES)
      .optional()
      .describe(words(() => 'As whom you look. Left out: as both.')),
    status: z
      .string()
      .optional()
      .describe(words(() => 'Only those of this status.')),
    from: z.iso
      .datetime()
      .optional()
      .describe(words(() => 'Only those whose publication is after it.')),
    to: z.iso
      .datetime()
      .optional()
      .describe(words(() => 'Only those whose publication is before it.')),
    sendersReference: z
      .string()
      .optional()
      .describe(words(() => 'Only those with this reference.')),
    onBehalfOf: z
      .string()
      .optional()
      .describe(
        words(
          () =>
            'The party as which you look: your own, as `0192:` and 9 digits, 11 digits, or a URN. For another, nothing is found.',
        ),
      ),
    idempotentKey: z
      .guid()
      .optional()
      .describe(words(() => 'Only the one that has this key. It is asked itself, so this never lags.')),
  })

/** Parameters by their names in any case, as Altinn's server finds them; the first of each. An empty one is none. */
function parametersOf(query: URLSearchParams): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>()
  for (const [name, value] of query) {
    const key = name.toLowerCase()
    if (!parameters.has(key) && value.trim() !== '') parameters.set(key, value.trim())
  }
  return parameters
}

/** The name of an enumeration, in any case or by its number. */
const named = <Name extends string>(names: readonly (readonly [Name, number])[], written: string): Name | undefined =>
  names.find(([name, number]) => name.toLowerCase() === written.toLowerCase() || String(number) === written)?.[0]

const ROLE_NUMBERS = ROLES.map((role, number) => [role, number] as const)

/** Those that no correspondence here ever has are statuses too: none is found. */
const STATUSES: readonly (readonly [string, number])[] = [
  ...Object.entries(STATUS_NUMBERS),
  ['Replied', 5],
  ['Archived', 9],
  ['Forwarded', 13],
]

const invalid = (parameter: string): Result<never, Failure> =>
  fail({ reason: 'query-invalid', parameter, message: 'The value is not one that this parameter takes.' })

function momentIn(parameters: ReadonlyMap<string, string>, name: string): Result<number | undefined, Failure> {
  const written = parameters.get(name)
  if (written === undefined) return ok(undefined)
  const moment = parseMomentInUtc(dotnetTime(written))
  return moment.ok ? ok(moment.value.atMs) : invalid(name)
}

/** A party as recipients are written. Of an organisation the nine digits alone will do. */
function partyIn(parameters: ReadonlyMap<string, string>): Result<MessageRecipient | undefined, Failure> {
  const written = parameters.get('onbehalfof')
  if (written === undefined) return ok(undefined)
  const party = parseMessageRecipient(/^\d{9}$/.test(written) ? `0192:${written}` : written)
  return party.ok ? ok(party.value) : invalid('onBehalfOf')
}

function read(query: URLSearchParams): Result<ListQuery, Failure> {
  const parameters = parametersOf(query)
  if ([...parameters.values()].some(({ length }) => length > MOST_UNITS)) return invalid('')
  const from = momentIn(parameters, 'from')
  if (!from.ok) return from
  const to = momentIn(parameters, 'to')
  if (!to.ok) return to
  const onBehalfOf = partyIn(parameters)
  if (!onBehalfOf.ok) return onBehalfOf
  const role = named(ROLE_NUMBERS, parameters.get('role') ?? 'RecipientAndSender')
  if (!role) return invalid('role')
  const status = named(STATUSES, parameters.get('status') ?? '')
  if (!status && parameters.has('status')) return invalid('status')
  const key = parameters.get('idempotentkey')
  const idempotentKey = key === undefined ? undefined : readUuid(key)
  if (idempotentKey !== undefined && !UUID.test(idempotentKey)) return invalid('idempotentKey')
  const resourceId = parameters.get('resourceid')
  if (resourceId === undefined && idempotentKey === undefined)
    return fail({ reason: 'query-invalid', parameter: 'resourceId', message: 'The resourceId field is required.' })
  const [fromMs, toMs] = [from.value, to.value]
  if (fromMs !== undefined && toMs !== undefined && fromMs > toMs)
    return fail({ reason: 'correspondence-refused', code: 1027 })
  const resource = resourceId === undefined ? undefined : bareResource(resourceId)
  const sendersReference = parameters.get('sendersreference')
  return ok({ role, resource, status, fromMs, toMs, sendersReference, idempotentKey, onBehalfOf: onBehalfOf.value })
}

/** The query of a listing. docs/altinn/correspondence.md §9. */
export const LIST_QUERY: Query<ListQuery> = { schema, read }
