import { ok } from '@straks/shared'
import * as z from 'zod'
import type { AuthorizedService } from './authorized-service.ts'
import { type Addresses, type Contacts, listOf } from './contacts.ts'
import type { ServiceAnswer } from './guarded-service.ts'

const PERSONS_PATH = '/profile/api/v1/users/contactpoint/lookup'
const ORGANIZATIONS_PATH = '/profile/api/v1/organizations/notificationaddresses/lookup'
const USERS_PATH = '/profile/api/v1/units/contactpoint/lookup'

const text = z.string().nullish()

/** Every lookup of Profile answers with a list under this name. */
const listed = <Schema extends z.ZodType>(member: Schema) => z.object({ contactPointsList: z.array(member) })

const Persons = listed(
  z.object({
    nationalIdentityNumber: text,
    email: text,
    mobileNumber: text,
    isReserved: z.boolean(),
  }),
)

const addresses = z
  .array(z.string())
  .nullish()
  .transform((list) => list ?? [])

const Organizations = listed(
  z.object({ organizationNumber: z.string(), emailList: addresses, mobileNumberList: addresses }),
)

const User = z.object({ userId: z.int().nullish(), email: text, mobileNumber: text })

const Users = listed(
  z.object({ organizationNumber: z.string(), partyId: z.int(), userContactPoints: z.array(User).nullish() }),
)

/** A user who has given addresses for messages to an organisation. */
type OrganizationUser = Addresses & { readonly userId: number }

/** Those users of an organisation, and what Altinn calls it. */
export type OrganizationUsers = { readonly partyId: number; readonly users: readonly OrganizationUser[] }

/**
 * Persons' contacts in Profile's copy of the contact register, by number; those that it has none of that count are left
 * out. Profile itself leaves out what is stale.
 */
export async function findCopiedContacts(
  profile: AuthorizedService,
  numbers: readonly string[],
  useStaleContactInformation: boolean,
): Promise<ServiceAnswer<ReadonlyMap<string, Contacts>>> {
  const body = { nationalIdentityNumbers: numbers, useStaleContactInfo: useStaleContactInformation }
  const answer = await profile.post(PERSONS_PATH, body, Persons)
  if (!answer.ok) return answer
  const contacts = answer.value.contactPointsList.map(
    ({ nationalIdentityNumber, email, mobileNumber, isReserved }) =>
      [
        nationalIdentityNumber ?? '',
        { emails: listOf(email), mobiles: listOf(mobileNumber), reserved: isReserved },
      ] as const,
  )
  return ok(new Map(contacts))
}

/** Organisations' official addresses, or their main units', by number; those that Profile does not know are left out. */
export async function findOfficialAddresses(
  profile: AuthorizedService,
  numbers: readonly string[],
): Promise<ServiceAnswer<ReadonlyMap<string, Addresses>>> {
  const answer = await profile.post(ORGANIZATIONS_PATH, { organizationNumbers: numbers }, Organizations)
  if (!answer.ok) return answer
  const addresses = answer.value.contactPointsList.map(
    ({ organizationNumber, emailList, mobileNumberList }) =>
      [organizationNumber, { emails: emailList, mobiles: mobileNumberList }] as const,
  )
  return ok(new Map(addresses))
}

/**
 * The users who gave addresses for messages to organisations about a resource, by the organisation's number, whether they
 * may read those or not.
 */
export async function findOrganizationUsers(
  profile: AuthorizedService,
  numbers: readonly string[],
  resource: string,
): Promise<ServiceAnswer<ReadonlyMap<string, OrganizationUsers>>> {
  const answer = await profile.post(USERS_PATH, { organizationNumbers: numbers, resourceId: resource }, Users)
  if (!answer.ok) return answer
  const users = answer.value.contactPointsList.map(({ organizationNumber, partyId, userContactPoints }) => {
    // Authorization cannot be asked about a user without an id, who is therefore not notified.
    const identified = (userContactPoints ?? []).flatMap(({ userId, email, mobileNumber }) =>
      typeof userId === 'number' ? [{ userId, emails: listOf(email), mobiles: listOf(mobileNumber) }] : [],
    )
    return [organizationNumber, { partyId, users: identified }] as const
  })
  return ok(new Map(users))
}
