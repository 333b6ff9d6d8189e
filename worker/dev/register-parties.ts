import * as z from 'zod'
import type { Exchange } from '../http/exchange.ts'
import type { RouteRequest } from '../http/route-request.ts'
import { type PartyKind, PartyStore } from '../registers/embedded/party-store.ts'
import type { Party } from '../registers/register.ts'
import { badRequest, whileAvailable } from './register-error.ts'

/** One kind of party as the development routes speak of it. */
type Parties = {
  readonly kind: PartyKind
  readonly number: RegExp
  /** The body that stores one. Addresses are taken as they are: a register holds wrong ones too. */
  readonly body: z.ZodType<Party>
  readonly show: (party: Party) => object
  readonly numberRule: string
  readonly bodyRule: string
}

const text = z.string().min(1)

/** Nothing, or a list of one. */
const listOf = (address: string | undefined): readonly string[] => (address === undefined ? [] : [address])

/** Persons: at most one address of each kind, as the contact register has them. Design 3.2. */
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

/** Organisations: any number of addresses, and no reservation. Design 3.2. */
const ORGANIZATIONS: Parties = {
  kind: 'organization',
  number: /^\d{9}$/,
  body: z
    .strictObject({ name: text, emails: z.array(text).default([]), mobiles: z.array(text).default([]) })
    .transform((organization) => ({ ...organization, reserved: false })),
  show: ({ name, emails, mobiles }) => ({ name, emails, mobiles }),
  numberRule: 'An organisation number has 9 digits.',
  bodyRule: 'The body takes "name", "emails" and "mobiles" (lists).',
}

type Route = (request: RouteRequest, exchange: Exchange) => Promise<Response>

const found = ({ show }: Parties, party: Party): Response =>
  Response.json(show(party), { headers: { 'cache-control': 'no-store' } })

/** The routes of one kind of party: what is stored is what is answered. */
function routesOf(parties: Parties): { readonly put: Route; readonly get: Route; readonly remove: Route } {
  const { kind, number: format, numberRule, bodyRule } = parties
  const withNumber =
    (route: (store: PartyStore, number: string, request: RouteRequest) => Promise<Response>): Route =>
    (request, { env }) =>
      whileAvailable(async () => {
        const { number = '' } = request.params
        return format.test(number)
          ? route(new PartyStore(env.REGISTER_DATABASE), number, request)
          : badRequest(numberRule)
      })
  return {
    put: withNumber(async (store, number, request) => {
      const party = parties.body.safeParse(await request.json().catch(() => undefined))
      if (!party.success) return badRequest(bodyRule)
      const onlyIfUnknown = request.headers.get('if-none-match') === '*'
      const isStored = await store.save(kind, number, party.data, onlyIfUnknown ? 'IGNORE' : 'REPLACE')
      return isStored ? found(parties, party.data) : new Response(null, { status: 412 })
    }),
    get: withNumber(async (store, number) => {
      const party = await store.find(kind, number)
      return party ? found(parties, party) : new Response(null, { status: 404 })
    }),
    remove: withNumber(async (store, number) => {
      await store.remove(kind, number)
      return new Response(null, { status: 204 })
    }),
  }
}

/** `PUT`, `GET` and `DELETE` of `/dev/register/persons/{nin}`. `If-None-Match: *` stores only what is not known. */
export const personRoutes = routesOf(PERSONS)

/** `PUT`, `GET` and `DELETE` of `/dev/register/organizations/{orgNumber}`. As for persons. */
export const organizationRoutes = routesOf(ORGANIZATIONS)
