import { fail, ok, type Result } from '@straks/shared'
import { codeOf, type Receipt } from '../../domain/outcome.ts'
import { statusOfState } from './states.ts'
import { childTextOf, readXml, type XmlElement } from './xml/read-xml.ts'
import { element, escapeText, isWritable } from './xml/write-xml.ts'

/** What the gateway reports of one message. */
type DeliveryReport = {
  /** Names the report in the answer to it. */
  readonly id: string
  /** Names the message: what the gateway called it when it took it. */
  readonly reference: string
  readonly receipt: Receipt
}

/** UTF-16 units of what the gateway calls a report or a message, and of a state: many times what any of them has. */
const NAME_MAX_UNITS = 200

const TIME = /^(\d{4})\.(\d{2})\.(\d{2}) (\d{2}):(\d{2}):(\d{2})$/

/** The gateway names no time zone: UTC, Norwegian winter time and Norwegian summer time. */
const ZONE_OFFSETS_MS = [0, 3_600_000, 7_200_000]

/**
 * When a message arrived, by the gateway's clock. Of the zones it may be told in the right one is that which puts the
 * arrival shortly before the report of it. One that cannot be read happened at the latest when it was told.
 */
export function deliveryTime(written: string | undefined, nowMs: number): number {
  const [, ...parts] = TIME.exec(written ?? '') ?? []
  const [year, month, day, hour, minute, second] = parts.map(Number)
  if (second === undefined) return nowMs
  const asUtcMs = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second)
  return ZONE_OFFSETS_MS.map((offsetMs) => asUtcMs - offsetMs).find((atMs) => atMs <= nowMs) ?? nowMs
}

function toReport(message: XmlElement, nowMs: number): DeliveryReport | undefined {
  const [id = '1', reference, state] = [
    childTextOf(message, 'ID'),
    childTextOf(message, 'REF'),
    childTextOf(message, 'STATE'),
  ]
  if (childTextOf(message, 'RCV') === undefined || state === undefined || reference === undefined) return undefined
  if ([id, reference, state].some((name) => name.length > NAME_MAX_UNITS)) return undefined
  // It goes back in the answer, where what XML cannot have would be a failure of ours.
  if (!isWritable(id)) return undefined
  const status = statusOfState(state)
  const receipt: Receipt =
    status === 'SMS_Delivered'
      ? { kind: 'delivered', atMs: deliveryTime(childTextOf(message, 'DELIVERYTIME'), nowMs), ...codeOf(state) }
      : { kind: 'failed', status, ...codeOf(state) }
  return { id, reference, receipt }
}

/** Reads a list of delivery reports. One that lacks a member makes the whole list unreadable, as with Altinn. */
export function readReports(document: string, nowMs: number): Result<readonly DeliveryReport[], 'malformed'> {
  const read = readXml(document)
  if (!read.ok) return read
  const messages = read.value.children.filter(({ name }) => name === 'MSG')
  const reports = messages.map((message) => toReport(message, nowMs)).filter((report) => report !== undefined)
  const isWhole = read.value.name === 'MSGLST' && messages.length > 0 && reports.length === messages.length
  return isWhole ? ok(reports) : fail('malformed')
}

/** The answer without which the gateway reports again. docs/altinn/notifications.md §5.2. */
export const writeAcknowledgement = (reports: readonly Pick<DeliveryReport, 'id'>[]): string =>
  `<?xml version="1.0"?>${element(
    'MSGLST',
    reports.map(({ id }) => element('MSG', element('ID', escapeText(id)) + element('STATUS', 'OK'))).join(''),
  )}`
