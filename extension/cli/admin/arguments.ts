import { fail, ok, type Result } from '@straks/shared'
import { parseOptions, type UsageError } from '../command.ts'

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
  erase RECIPIENT         erase a number, address or identity number wherever it is stored; - reads it from standard input
  erase-again             erase anew all who were erased: after a backup has been restored
  audit                   who did what, the newest first

  --organization NAME     the short name of the sender
  --recipient NAME        a number, an address, a national identity number or an organisation number
  --key ID                the idempotency key
  --reference TEXT        the sender's reference
  --state NAME            unfinished, dead, failed, delivered
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
  limit: { type: 'string', default: '100' },
  minutes: { type: 'string', default: '60' },
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

/** Actions, and whether each takes a subject. */
const ACTIONS = new Map<string, 'none' | 'one' | 'maybe'>([
  ['overview', 'none'],
  ['find', 'none'],
  ['show', 'one'],
  ['redrive', 'maybe'],
  ['give-up', 'one'],
  ['cancel', 'one'],
  ['pause', 'one'],
  ['resume', 'one'],
  ['erase', 'one'],
  ['erase-again', 'none'],
  ['audit', 'none'],
])

const refuse = (message: string): Result<never, UsageError> => fail({ message })

/** Reads the words of a command line. */
export function readAdminArguments(argv: readonly string[]): Result<AdminArguments, UsageError> {
  const parsed = parseOptions(argv, OPTIONS)
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  if (values.help) return fail({ message: '', asked: 'help' })
  const [action, subject, ...more] = positionals
  if (action === undefined) return refuse('admin takes an action')
  const takes = ACTIONS.get(action)
  if (takes === undefined) return refuse(`there is no action ${action}`)
  if (more.length > 0 || (takes === 'none' && subject !== undefined)) return refuse(`${action} takes no more words`)
  if (takes === 'one' && subject === undefined) return refuse(`${action} takes what it is about`)
  const { format, limit, minutes, organization, recipient, key, reference, state } = values
  if (format !== 'text' && format !== 'json') return refuse(`there is no format ${format}`)
  if (!/^\d{1,6}$/.test(limit) || !/^\d{1,4}$/.test(minutes)) return refuse('--limit and --minutes take numbers')
  const filter = {
    ...(organization !== undefined && { organization }),
    ...(recipient !== undefined && { recipient }),
    ...(key !== undefined && { idempotencyId: key }),
    ...(reference !== undefined && { sendersReference: reference }),
    ...(state !== undefined && { state }),
  }
  if (action === 'redrive' && subject === undefined && Object.keys(filter).length === 0)
    return refuse('redrive takes a shipment, or options that say which')
  if (action === 'redrive' && filter.idempotencyId !== undefined) return refuse('redrive takes no --key: find it first')
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
