import { operationsOf } from '../../../scripts/docs/api/group-pages.ts'
import type { Json } from '../../../scripts/docs/api/json.ts'
import { describedRequest } from '../../../scripts/docs/api/operation.ts'
import type { SampleRequest } from '../../../scripts/docs/api/sample-request.ts'
import { table } from '../../../shared/table.ts'

/** A request that may lack an id: `{name}` stands in its path where it is known only once something was answered. */
export type Planned = {
  readonly id: string
  readonly good: SampleRequest | undefined
  readonly bad: SampleRequest | undefined
}

/** Groups that are no client's: providers send there. */
const NOT_RECORDED = new Set(['Providers'])

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000'

/** Where the example in the description is not what a reader would first send, or there is none. */
const GOOD = table<Partial<SampleRequest>>({
  getStatusFeed: { path: '/notifications/api/v1/future/shipment/feed?seq=0' },
  changeWebhook: { body: '{\n  "state": "disabled"\n}' },
  replayWebhook: { body: '{\n  "after": 0\n}' },
  initialiseCorrespondenceFromForm: {
    contentType: 'multipart/form-data; boundary=part',
    body: [
      ['correspondence.resourceId', 'example'],
      ['correspondence.sendersReference', 'case-2026-1234'],
      ['correspondence.content.language', 'nb'],
      ['correspondence.content.messageTitle', 'Vedtak'],
      ['correspondence.content.messageBody', 'Her er vedtaket.'],
      ['recipients[0]', '0192:991825827'],
    ]
      .map(([name, value]) => `--part\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
      .concat('--part--\r\n')
      .join(''),
  },
})

/** Mistakes that are made, where leaving a member out is not the likeliest: what is written, and what instead. */
const MISTAKES = table<readonly [right: string, wrong: string]>({
  sendInstantSms: ['"+4799999999"', '"99999999"'],
  sendInstantEmail: ['"ola.nordmann@example.com"', '"ola.nordmann@example"'],
  createOrder: ['"991825827"', '"99182582"'],
  createWebhook: ['https://', 'http://10.0.0.1/'],
})

/** The example of an order with a time of its own, so that it can still be cancelled. */
const LATER = ['"recipient"', '"requestedSendTime": "2036-12-01T09:00:00+01:00",\n  "recipient"'] as const

/** Gives each operation a key of its own: the same one twice is a replay. */
const withOwnKey = (body: string, place: number): string =>
  body.replace(/("idempotencyId": "[\da-f-]{34})[\da-f]{2}/, `$1${String(place).padStart(2, '0')}`)

/** A JSON text without its first member. */
function withoutFirst(body: string): string {
  const [, ...rest] = Object.entries(JSON.parse(body))
  return JSON.stringify(Object.fromEntries(rest), null, 2)
}

/** A request that is refused, as near to the good one as can be. */
function badOf(id: string, good: SampleRequest): SampleRequest | undefined {
  const { body, contentType, path, token } = good
  const mistake = MISTAKES.get(id)
  if (body !== undefined && mistake) return { ...good, body: body.replaceAll(...mistake) }
  if (path.includes('{')) return { ...good, path: path.replace(/\{\w+\}/, UNKNOWN_ID) }
  if (body !== undefined && contentType === 'application/json') return { ...good, body: withoutFirst(body) }
  if (path.includes('?')) return { ...good, path: `${path.split('=')[0]}=first` }
  return token ? { ...good, token: false } : undefined
}

/** What destroys comes after what reads it. */
const placeOf = ({ good }: Planned): number => (good?.method === 'DELETE' ? 1 : 0)

/** A good and a bad request of every operation, as far as declarations and examples tell; what deletes comes last. */
export function plannedRequests(document: Json): readonly Planned[] {
  return operationsOf(document)
    .filter(({ tags }) => !tags.some((tag) => NOT_RECORDED.has(tag)))
    .map((operation, place): Planned => {
      const described = describedRequest(document, operation)
      const given = { ...described, ...GOOD.get(operation.id) }
      const later = operation.id === 'createOrder' ? given.body?.replace(...LATER) : given.body
      const good = { ...given, body: later && withOwnKey(later, place) }
      const lacksBody = good.contentType !== undefined && good.body === undefined
      return {
        id: operation.id,
        good: lacksBody ? undefined : good,
        bad: lacksBody ? undefined : badOf(operation.id, good),
      }
    })
    .toSorted((one, other) => placeOf(one) - placeOf(other))
}
