import PostalMime from 'postal-mime'
import { codeOf } from '../../domain/outcome.ts'
import { bounceOf } from '../mail/enhanced-codes.ts'
import type { ProviderReport } from '../receipts/receipt-references.ts'
import { abridge } from './abridge.ts'

/** The fields of one group of a machine-readable part, their names in lower case. RFC 3464 2.1. */
type Fields = ReadonlyMap<string, string>

/** Deeper and longer than any report is. */
const PARSER = {
  attachmentEncoding: 'utf8',
  forceRfc822Attachments: true,
  maxNestingDepth: 16,
  maxHeadersSize: 65_536,
} as const

/** Groups are for recipients. Our mails have one, whose address may lead to several. */
const MOST_GROUPS = 10

/** What was done that ends a mail, by how much it says: of several recipients, one who has it is enough. */
const ENDS = ['delivered', 'failed'] as const

const DELIVERY_STATUS: ReadonlySet<string> = new Set(['message/delivery-status', 'message/global-delivery-status'])
const FEEDBACK_REPORT = 'message/feedback-report'
const ABUSE = 'abuse'

/** An enhanced status code, and not the beginning of an IP address. RFC 3463 2. */
const ENHANCED_CODE = String.raw`([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)`

/** A status, before it a reply code where a mail system writes the two. */
const STATUS_CODE = new RegExp(String.raw`^(?:\d{3}[ -])?${ENHANCED_CODE}`)

/** What was done, before any comment behind it. RFC 3464 2.3.3. */
const ACTION = /^[a-z]+/i

/**
 * The code in what a server said: `smtp; 550 5.1.1 …`, also in the first of several lines, `550-5.1.1 …`; some write
 * `550 #5.1.1`, or no reply code.
 */
const CODE_IN_DIAGNOSTIC = new RegExp(String.raw`^smtp\s*;\s*(?:\d{3}[ -])?#?${ENHANCED_CODE}`, 'i')

/** A code that says only that it failed for good, or for now. RFC 3463 3.1. */
const SAYS_NOTHING = /^(?:|[245]\.0\.0)$/

/** The code of a report; where its own says nothing, the one that the server before it gave. */
function codeIn(group: Fields): string {
  const [, own = ''] = STATUS_CODE.exec(group.get('status') ?? '') ?? []
  if (!SAYS_NOTHING.test(own)) return own
  return CODE_IN_DIAGNOSTIC.exec(group.get('diagnostic-code') ?? '')?.[1] ?? own
}

/** Reads groups of fields, which empty lines separate. A line that begins with a space goes on with the one before. */
function readGroups(text: string): readonly Fields[] {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(/\n[ \t]+/g, ' ')
    .split(/\n\n+/, MOST_GROUPS)
    .map(
      (group): Fields =>
        new Map(
          group.split('\n').map((line): [string, string] => {
            const colon = line.indexOf(':')
            return [line.slice(0, Math.max(colon, 0)).trim().toLowerCase(), line.slice(colon + 1).trim()]
          }),
        ),
    )
}

/** What was done, in lower case; empty where a group does not say. */
const actionOf = (group: Fields): string => ACTION.exec(group.get('action') ?? '')?.[0].toLowerCase() ?? ''

/** What a report on delivery says of its recipient. RFC 3464 2.3.3: what was done, and with which code. */
function readDeliveryStatus(text: string, nowMs: number): ProviderReport | undefined {
  const groups = readGroups(text).filter((group) => actionOf(group) !== '')
  const [end] = ENDS.flatMap((action) => groups.find((group) => actionOf(group) === action) ?? [])
  const group = end ?? groups[0]
  if (!group) return undefined
  const code = codeIn(group)
  switch (actionOf(group)) {
    case 'failed': {
      const { status, kind } = bounceOf(code)
      return { receipt: { kind: 'failed', status, ...codeOf(code) }, bounce: kind }
    }
    case 'delivered':
      return { receipt: { kind: 'delivered', atMs: nowMs, ...codeOf(code) } }
    // Delayed, relayed, expanded: it is on its way, as far as is known.
    default:
      return { receipt: { kind: 'accepted', ...codeOf(code) } }
  }
}

/** What a complaint says (RFC 5965): that the mail arrived. Of other feedback there is nothing to learn. */
function readFeedback(text: string, nowMs: number): ProviderReport | undefined {
  const isAbuse = readGroups(text).some((fields) => fields.get('feedback-type')?.toLowerCase() === ABUSE)
  return isAbuse ? { receipt: { kind: 'delivered', atMs: nowMs, ...codeOf(ABUSE) }, bounce: 'complaint' } : undefined
}

/** The parts of a mail; none where it is deeper or longer than the parser goes, which may be meant to keep us busy. */
async function partsOf(raw: Uint8Array<ArrayBuffer>) {
  try {
    return (await PostalMime.parse(raw, PARSER)).attachments
  } catch {
    return []
  }
}

/**
 * Reads what a mail system reports of a mail that it had; `undefined` where a mail is no such report, such as an
 * automatic reply.
 */
export async function readMailReport(raw: Uint8Array, nowMs: number): Promise<ProviderReport | undefined> {
  for (const { mimeType, content } of await partsOf(abridge(raw))) {
    if (typeof content !== 'string') continue
    if (DELIVERY_STATUS.has(mimeType)) return readDeliveryStatus(content, nowMs)
    if (mimeType === FEEDBACK_REPORT) return readFeedback(content, nowMs)
  }
  return undefined
}
