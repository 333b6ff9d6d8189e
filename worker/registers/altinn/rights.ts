import { ok } from '@straks/shared'
import * as z from 'zod'
import type { AuthorizedService } from './authorized-service.ts'
import type { ServiceAnswer } from './guarded-service.ts'
import type { OrganizationUsers } from './profile.ts'

const PATH = '/authorization/api/v1/authorize'

/** As many decisions as Altinn asks for at once. docs/altinn/notifications.md §7.3. */
const USERS_AT_ONCE = 500

/** What a user must be allowed to do with a resource to be told of it, unless the order says otherwise. */
const DEFAULT_ACTION = 'read'

const USER_ID = 'urn:altinn:userid'

/** Names of members as `readAnswer` leaves them. */
const Decisions = z.object({
  response: z.array(
    z.object({
      decision: z.string(),
      category: z
        .array(z.object({ attribute: z.array(z.object({ attributeId: z.string(), value: z.string() })).nullish() }))
        .nullish(),
    }),
  ),
})

const attribute = (AttributeId: string, Value: string) => ({
  AttributeId,
  Value,
  DataType: 'http://www.w3.org/2001/XMLSchema#string',
})

/** A resource's name in the policies; an app's resource is named by its owner and its name. */
function resourceAttributes(resource: string) {
  const [, owner, app] = /^app_([^_]+)_(.+)$/.exec(resource) ?? []
  if (owner === undefined || app === undefined) return [attribute('urn:altinn:resource', resource)]
  return [attribute('urn:altinn:org', owner), attribute('urn:altinn:app', app)]
}

/** A question for each user, in one request (XACML 3.0, JSON profile). */
function writeRequest(partyId: number, userIds: readonly number[], resource: string, action: string) {
  return {
    Request: {
      ReturnPolicyIdList: false,
      AccessSubject: userIds.map((userId) => ({
        Id: `subject${userId}`,
        // Comes back with the decision, and so tells whom it is about.
        Attribute: [{ ...attribute(USER_ID, String(userId)), IncludeInResult: true }],
      })),
      Action: [{ Id: 'action', Attribute: [attribute('urn:oasis:names:tc:xacml:1.0:action:action-id', action)] }],
      Resource: [
        {
          Id: 'resource',
          Attribute: [...resourceAttributes(resource), attribute('urn:altinn:partyid', String(partyId))],
        },
      ],
      MultiRequests: {
        RequestReference: userIds.map((userId) => ({ ReferenceId: [`subject${userId}`, 'action', 'resource'] })),
      },
    },
  }
}

/** The users who are allowed to; of whom no decision came back is not. */
const readPermitted = ({ response }: z.output<typeof Decisions>): readonly string[] =>
  response
    .filter(({ decision }) => decision === 'Permit')
    .flatMap(({ category }) => category ?? [])
    .flatMap(({ attribute: attributes }) => attributes ?? [])
    .filter(({ attributeId }) => attributeId === USER_ID)
    .map(({ value }) => value)

/** Those users of an organisation who may do something with a resource there: others must not hear of it. */
export async function keepPermitted(
  authorization: AuthorizedService,
  { partyId, users }: OrganizationUsers,
  resource: string,
  action: string | undefined,
): Promise<ServiceAnswer<OrganizationUsers['users']>> {
  const userIds = [...new Set(users.map(({ userId }) => userId))]
  const batches = Array.from({ length: Math.ceil(userIds.length / USERS_AT_ONCE) }, (_, index) =>
    userIds.slice(index * USERS_AT_ONCE, (index + 1) * USERS_AT_ONCE),
  )
  const answers = await Promise.all(
    batches.map((batch) =>
      authorization.post(PATH, writeRequest(partyId, batch, resource, action?.trim() || DEFAULT_ACTION), Decisions),
    ),
  )
  const permitted = new Set<string>()
  for (const answer of answers) {
    if (!answer.ok) return answer
    for (const userId of readPermitted(answer.value)) permitted.add(userId)
  }
  return ok(users.filter(({ userId }) => permitted.has(String(userId))))
}
