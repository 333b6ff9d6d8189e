import { fail, ok, type Result } from '@straks/shared'
import { noSuch, parseOptions, type UsageError } from '../command.ts'

export const ADMIN_USAGE = `Usage: straks admin ACTION [options]

Operates a running service, of any organisation's messages. Every action is audited.

  overview                how the service fares (--minutes N, 60)
  find                    shipments that fit: --organization, --recipient, --key, --reference, --state
  show ID                 one shipment with its timeline
  redrive [ID]            one attempt more: of a shipment, or of all that fit the options of find
  give-up ID              end a shipment as failed
  cancel ID               take back what no provider has
  pause PROVIDER          no new attempts go to it; messages go to the next, or wait
  resume PROVIDER         it is asked again
  suppress ADDRESS        no mail of --organization goes to it for a year, but for one-time codes
  lift ADDRESS            it is mailed again by --organization
  erase RECIPIENT         erase a number, address or identity number wherever it is stored; - reads standard input, a name a line
  erase-again             erase anew all who were erased: after a backup has been restored
  audit                   who did what, the newest first

  --organization NAME     the short name of the sender; with an ID, whose it is: quicker, and sure
  --recipient NAME        a number, an address, a national identity number or an organisation number
  --key ID                the idempotency key
  --reference TEXT        the sender's reference
  --state NAME            unfinished, uncertain, dead, failed, delivered
  --limit N               as many lines at most (100)
  --minutes N             of the overview
  --url URL               the service (STRAKS_URL, or http://127.0.0.1:8787)
  --token-file FILE       the file with the token (or STRAKS_TOKEN): its scope is straks:operator
  --format NAME           text, json (text)

Exit codes: 0 done, 1 refused, 2 wrong usage or no answer.
`

const OPTIONS = {
  organization: { type: 'string' },
  recipient: { type: 'string' },
  key: { type: 'string' },
  reference: { type: 'string' },
  state: { type: 'string' },
  limit: { type: 'string' },
  minutes: { type: 'string' },
  url: { type: 'string' },
  'token-file': { type: 'string' },
  format: { type: 'string', default: 'text' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** What shipments are looked for by, in the words of the API. */
export type ShipmentFilter = {
  readonly organization?: string
  readonly recipient?: string
  readonly idempotencyId?: string
  readonly sendersReference?: string
  readonly state?: string
}

/** What `straks admin` was asked to do. */
export type AdminArguments = {
  readonly action: string
  /** What the action is about: an id, a provider or a recipient. */
  readonly subject: string | undefined
  readonly filter: ShipmentFilter
  readonly limit: number
  readonly minutes: number
  readonly url: string | undefined
  readonly tokenFile: string | undefined
  readonly format: 'text' | 'json'
}

/** What an action takes beside what every action takes. */
type Takes = {
  readonly subject: 'none' | 'one' | 'some' | 'maybe'
  readonly options: readonly (keyof typeof OPTIONS)[]
}

const FILTER = ['organization', 'recipient', 'key', 'reference', 'state'] as const

const ON_SHIPMENT: Takes = { subject: 'one', options: ['organization'] }
const ON_PROVIDER: Takes = { subject: 'one', options: [] }

const ACTIONS = new Map<string, Takes>([
  ['overview', { subject: 'none', options: ['minutes'] }],
  ['find', { subject: 'none', options: [...FILTER, 'limit'] }],
  ['show', ON_SHIPMENT],
  ['redrive', { subject: 'maybe', options: FILTER }],
  ['give-up', ON_SHIPMENT],
  ['cancel', ON_SHIPMENT],
  ['pause', ON_PROVIDER],
  ['resume', ON_PROVIDER],
  ['suppress', ON_SHIPMENT],
  ['lift', ON_SHIPMENT],
  ['erase', { subject: 'some', options: [] }],
  ['erase-again', { subject: 'none', options: [] }],
  ['audit', { subject: 'none', options: ['limit'] }],
])

/** Actions on what an organisation has, which no id says. */
const NEED_ORGANIZATION: ReadonlySet<string> = new Set(['suppress', 'lift'])

/** Whether an action does the same for each of several names. */
export const takesSeveral = (action: string): boolean => ACTIONS.get(action)?.subject === 'some'

/** Options of every action. */
const ALWAYS: ReadonlySet<string> = new Set(['url', 'token-file', 'format', 'help'])

const COUNT = /^[1-9]\d{0,5}$/

const refuse = (message: string): Result<never, UsageError> => fail({ message })

/** Why a word or an option is not for this action. One that was passed over would make it do more than was asked for. */
function excess(action: string, subject: string | undefined, given: Readonly<Record<string, unknown>>) {
  const takes = ACTIONS.get(action)
  if (takes === undefined) return noSuch('action', action, [...ACTIONS.keys()])
  if (takes.subject === 'none' && subject !== undefined) return `${action} takes no more words`
  if (takes.subject === 'one' && subject === undefined) return `${action} takes what it is about`
  const options = takes.subject === 'maybe' && subject !== undefined ? ON_SHIPMENT.options : takes.options
  const names = Object.keys(given)
  const wrong = names.find((name) => !ALWAYS.has(name) && !options.some((known) => known === name))
  if (wrong !== undefined) return `${action}${options === takes.options ? '' : ' of a shipment'} takes no --${wrong}`
  const empty = names.find((name) => typeof given[name] === 'string' && given[name].trim() === '')
  return empty === undefined ? undefined : `--${empty} is empty`
}

/** Reads the words of a command line. */
export function readAdminArguments(argv: readonly string[]): Result<AdminArguments, UsageError> {
  const parsed = parseOptions(argv, OPTIONS)
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  if (values.help) return fail({ message: '', asked: 'help' })
  const [action, subject, ...more] = positionals
  if (action === undefined) return refuse('admin takes an action')
  const wrong = excess(action, subject, values)
  if (wrong !== undefined) return refuse(wrong)
  if (more.length > 0) return refuse(`${action} takes no more words`)
  const { format, limit = '100', minutes = '60', organization, recipient, key, reference, state } = values
  if (format !== 'text' && format !== 'json') return refuse(noSuch('format', format, ['text', 'json']))
  if (!COUNT.test(limit)) return refuse('--limit takes a whole number, from 1 to 999999')
  if (!COUNT.test(minutes)) return refuse('--minutes takes a whole number, from 1 to 1440')
  const filter = {
    ...(organization !== undefined && { organization }),
    ...(recipient !== undefined && { recipient }),
    ...(key !== undefined && { idempotencyId: key }),
    ...(reference !== undefined && { sendersReference: reference }),
    ...(state !== undefined && { state }),
  }
  if (NEED_ORGANIZATION.has(action) && organization === undefined) return refuse(`${action} takes --organization`)
  if (action === 'redrive' && subject === undefined && Object.keys(filter).length === 0)
    return refuse('redrive takes a shipment, or options that say which')
  const tokenFile = values['token-file']
  return ok({
    action,
    subject,
    filter,
    format,
    limit: Number(limit),
    minutes: Number(minutes),
    url: values.url,
    tokenFile,
  })
}
