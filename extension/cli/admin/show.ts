import { onOneLine } from '../terminal-text.ts'
import { type AnswerMembers, isMembers } from './operator-api.ts'

const listOf = (value: unknown): readonly AnswerMembers[] => (Array.isArray(value) ? value.filter(isMembers) : [])

/** A value as a terminal may show it. */
export const shown = (value: unknown): string => {
  if (value === undefined || value === null) return '-'
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return onOneLine(text)
}

/** Rows in columns, each as wide as it must be. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, index) =>
    rows.reduce((most, row) => Math.max(most, row[index]?.length ?? 0), 0),
  )
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, index) => cell.padEnd(widths[index] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

/** A list of objects as a table of some of their members. */
const tableOf = (items: readonly AnswerMembers[], names: readonly string[]): string =>
  columns([names.map((name) => name.toUpperCase()), ...items.map((item) => names.map((name) => shown(item[name])))])

const SHIPMENT = ['shipmentId', 'organization', 'channel', 'status', 'recipient', 'acceptedAt'] as const

export const shipmentsText = (items: readonly AnswerMembers[]): string =>
  items.length === 0 ? 'Nothing found.\n' : tableOf(items, SHIPMENT)

/** An event of a timeline in one line. */
function eventLine({ at, event, ...rest }: AnswerMembers): readonly string[] {
  const said = Object.entries(rest).map(([name, value]) => `${name} ${shown(value)}`)
  return [shown(at), shown(event), said.join(', ')]
}

export function shipmentText({ timeline, deliveries, ...facts }: AnswerMembers): string {
  const told = columns(Object.entries(facts).map(([name, value]) => [name, shown(value)]))
  const sent = tableOf(listOf(deliveries), ['reference', 'destination', 'status', 'attempts', 'provider', 'expiresAt'])
  return [told, sent, columns(listOf(timeline).map(eventLine))].join('\n')
}

export const auditText = (items: readonly AnswerMembers[]): string =>
  tableOf(items, ['at', 'who', 'action', 'organization', 'shipmentId', 'details', 'outcome'])

/** Of how many organisations an overview tells, where it leaves some out. */
function coverageIn(coverage: unknown): AnswerMembers {
  const { organizations, counted, asked }: AnswerMembers = Object(coverage)
  const of = (many: unknown) => `${shown(many)} of ${shown(organizations)} organisations`
  return {
    ...(counted !== organizations && { counted: of(counted) }),
    ...(asked !== organizations && { 'waiting, deadLetters and webhooks': of(asked) }),
  }
}

/** The numbers first, then each list as a table. */
export function overviewText({
  perMinute: _,
  organizations,
  providers,
  fences,
  webhooks,
  coverage,
  ...numbers
}: AnswerMembers): string {
  const told = columns(
    Object.entries({ ...numbers, ...coverageIn(coverage) }).map(([name, value]) => [name, shown(value)]),
  )
  const counts = ['accepted', 'sent', 'delivered', 'failed']
  const all = tableOf(listOf(organizations), [
    'organization',
    ...counts,
    'waiting',
    'oldestWaitingSeconds',
    'uncertain',
    'deadLetters',
  ])
  const ways = tableOf(listOf(providers), ['name', 'channel', 'state', 'paused', 'sent', 'delivered', 'failed'])
  const closed =
    listOf(fences).length === 0 ? [] : [tableOf(listOf(fences), ['organization', 'fence', 'refused', 'last'])]
  const late =
    listOf(webhooks).length === 0
      ? []
      : [
          tableOf(listOf(webhooks), [
            'organization',
            'id',
            'state',
            'disabledReason',
            'waiting',
            'oldestWaitingSeconds',
          ]),
        ]
  return [told, all, ways, ...closed, ...late].join('\n')
}

/** Counts, one in a line. */
export const countsText = (counts: AnswerMembers): string =>
  columns(Object.entries(counts).map(([name, value]) => [name, shown(value)]))
