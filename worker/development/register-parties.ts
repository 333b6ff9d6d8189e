import { limits } from '@straks/shared'
import * as z from 'zod'
import type { Method, Route } from '../api/routing/route.ts'
import { readHeader } from '../platform/read-header.ts'
import { type PartyKind, PartyStore } from '../registers/embedded/party-store.ts'
import type { Party } from '../registers/register.ts'
import { defineDevelopmentRoute } from './define-development-route.ts'
import { readJsonBody } from './read-json.ts'
import { badRequest, whileAvailable } from './register-error.ts'

/** One kind of party as the development routes speak of it. */
type Parties = {
  readonly kind: PartyKind
  readonly number: RegExp
  /** The body that stores one. Addresses are accepted as they are: a register has invalid ones too. */
  readonly body: z.ZodType<Party>
  readonly show: (party: Party) => object
  readonly numberRule: string
  readonly bodyRule: string
}

const text = z.string().min(1).max(limits.MEMBER_MAX_UNITS.emailAddress)

/** Addresses of one organisation: more than any has. */
const ADDRESSES_MAX = 1_000

const addresses = z.array(text).max(ADDRESSES_MAX).default([])

/** Nothing, or a list of one. */
const listOf = (address: string | undefined): readonly string[] => (address === undefined ? [] : [address])

/** Persons: at most one address of each kind, as the contact register has them. docs/development.md. */
const PERSONS: Parties = {
  kind: 'person',
  number: /^\d{11}$/,
  body: z
    .strictObject({ name: text, email: text.optional(), mobile: text.optional(), reserved: z.boolean().default(false) })
    .transform(({ name, email, mobile, reserved }) => ({
      name,
      emails: listOf(email),
      mobiles: listOf(mobile),
      reserved,
    })),
  show: ({ name, emails: [email], mobiles: [mobile], reserved }) => ({ name, email, mobile, reserved }),
  numberRule: 'A national identity number has 11 digits.',
  bodyRule: 'The body takes "name", "email", "mobile" and "reserved" (true or false).',
}

/** Organisations: any number of addresses, and no reservation. docs/development.md. */
const ORGANIZATIONS: Parties = {
  kind: 'organization',
  number: /^\d{9}$/,
  body: z
    .strictObject({ name: text, emails: addresses, mobiles: addresses })
    .transform((organization) => ({ ...organization, reserved: false })),
  show: ({ name, emails, mobiles }) => ({ name, emails, mobiles }),
  numberRule: 'An organisation number has 9 digits.',
  bodyRule: 'The body takes "name", "emails" and "mobiles" (lists).',
}

const found = ({ show }: Parties, party: Party): Response =>
  Response.json(show(party), { headers: { 'cache-control': 'no-store' } })

/** The routes of one kind of party: what is stored is what is answered. */
function routesOf(folder: 'persons' | 'organizations', parties: Parties): readonly Route[] {
  const { kind, number: format, numberRule, bodyRule } = parties
  const define = (
    method: Method,
    summary: string,
    handle: (store: PartyStore, number: string, request: Request) => Promise<Response>,
  ): Route =>
    defineDevelopmentRoute(method, `/register/${folder}/{number}`, summary, ({ params, request, context: { env } }) =>
      whileAvailable(async () => {
        const { number } = params
        return format.test(number)
          ? handle(new PartyStore(env.REGISTER_DATABASE), number, request)
          : badRequest(numberRule)
      }),
    )
  return [
    define('PUT', `Store one of the ${folder}`, async (store, number, request) => {
      const party = parties.body.safeParse(await readJsonBody(request))
      if (!party.success) return badRequest(bodyRule)
      const onlyIfUnknown = readHeader(request, 'if-none-match') === '*'
      const isStored = await store.save(kind, number, party.data, onlyIfUnknown ? 'IGNORE' : 'REPLACE')
      return isStored ? found(parties, party.data) : new Response(null, { status: 412 })
    }),
    define('GET', `Get one of the ${folder}`, async (store, number) => {
      const party = await store.find(kind, number)
      return party ? found(parties, party) : new Response(null, { status: 404 })
    }),
    define('DELETE', `Remove one of the ${folder}`, async (store, number) => {
      await store.remove(kind, number)
      return new Response(null, { status: 204 })
    }),
  ]
}

/**
 * `PUT`, `GET` and `DELETE` of `/dev/register/persons/{nin}` and `/dev/register/organizations/{orgNumber}`.
 * `If-None-Match: *` stores only what is not known.
 */
export const partyRoutes = [...routesOf('persons', PERSONS), ...routesOf('organizations', ORGANIZATIONS)]
