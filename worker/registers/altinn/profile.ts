import { ok } from '@straks/shared'
import * as z from 'zod'
import type { PersonQuery } from '../register.ts'
import type { AuthorizedService } from './authorized-service.ts'
import { type Addresses, type Contacts, listOf } from './contacts.ts'
import type { Answer } from './guarded-service.ts'

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
export type OrganizationUser = Addresses & { readonly userId: number }

/** Those users of an organisation, and what Altinn calls it. */
export type OrganizationUsers = { readonly partyId: number; readonly users: readonly OrganizationUser[] }

/**
 * A person's contacts in Profile's copy of the contact register; `undefined` where it has none that count. Profile
 * itself leaves out what is stale.
 */
export async function findCopiedContacts(
  profile: AuthorizedService,
  { nationalIdentityNumber, useStaleContactInformation }: PersonQuery,
): Promise<Answer<Contacts | undefined>> {
  const body = {
    nationalIdentityNumbers: [nationalIdentityNumber],
    useStaleContactInfo: useStaleContactInformation,
  }
  const answer = await profile.post(PERSONS_PATH, body, Persons)
  if (!answer.ok) return answer
  const person = answer.value.contactPointsList.find((known) => known.nationalIdentityNumber === nationalIdentityNumber)
  if (!person) return ok(undefined)
  return ok({ emails: listOf(person.email), mobiles: listOf(person.mobileNumber), reserved: person.isReserved })
}

/** An organisation's official addresses, or its main unit's; `undefined` where Profile does not know it. */
export async function findOfficialAddresses(
  profile: AuthorizedService,
  organizationNumber: string,
): Promise<Answer<Addresses | undefined>> {
  const answer = await profile.post(ORGANIZATIONS_PATH, { organizationNumbers: [organizationNumber] }, Organizations)
  if (!answer.ok) return answer
  const organization = answer.value.contactPointsList.find((known) => known.organizationNumber === organizationNumber)
  return ok(organization && { emails: organization.emailList, mobiles: organization.mobileNumberList })
}

/** The users who gave addresses for messages to an organisation about a resource, whether they may read those or not. */
export async function findOrganizationUsers(
  profile: AuthorizedService,
  organizationNumber: string,
  resource: string,
): Promise<Answer<OrganizationUsers | undefined>> {
  const body = { organizationNumbers: [organizationNumber], resourceId: resource }
  const answer = await profile.post(USERS_PATH, body, Users)
  if (!answer.ok) return answer
  const organization = answer.value.contactPointsList.find((known) => known.organizationNumber === organizationNumber)
  if (!organization) return ok(undefined)
  // Whoever has no id cannot be asked about at Authorization, and so is not told.
  const users = (organization.userContactPoints ?? []).flatMap(({ userId, email, mobileNumber }) =>
    typeof userId === 'number' ? [{ userId, emails: listOf(email), mobiles: listOf(mobileNumber) }] : [],
  )
  return ok({ partyId: organization.partyId, users })
}
