import { codeOf, type Outcome } from '../../domain/outcome.ts'
import type { FinalStatus } from '../../domain/status.ts'
import { childOf, childTextOf, readXml } from './xml/read-xml.ts'

/** What the gateway made of a message, and what it calls it in receipts. */
type GatewayReply = {
  readonly outcome: Outcome
  readonly reference: string | undefined
  /** A word for the log: never the gateway's own. */
  readonly why: 'taken' | 'message-refused' | 'logon-refused' | 'unreadable'
}

/** How the reasons begin that mean more than a failure, and what is told of them. docs/altinn/notifications.md §5.1. */
const REASONS: readonly (readonly [string, FinalStatus, string])[] = [
  ['invalid rcv', 'SMS_Failed_InvalidRecipient', 'FAIL:invalid-rcv'],
]

/** Longer than any reference there is. */
const REFERENCE_MAX_CHARACTERS = 100

const LOGON_REFUSED: Outcome = { kind: 'unavailable', ...codeOf('LOGON:FAIL') }

function refusal(info: string): Outcome {
  const known = REASONS.find(([start]) => info.toLowerCase().startsWith(start))
  // The gateway's own words name the recipient, so only what is known of them is told.
  const [, status = 'SMS_Failed', code = 'FAIL'] = known ?? []
  return { kind: 'refused', status, ...codeOf(code) }
}

/** Reads the gateway's answer. A refused login is ours to put right, and the message waits until then. */
export function readReply(document: string): GatewayReply {
  const read = readXml(document)
  const session = read.ok && read.value.name === 'SESSION' ? read.value : undefined
  const message = childOf(childOf(session, 'MSGLST'), 'MSG')
  const logon = childTextOf(session, 'LOGON')?.toUpperCase()
  if (logon === 'FAIL') return { outcome: LOGON_REFUSED, reference: undefined, why: 'logon-refused' }
  switch (childTextOf(message, 'STATUS')?.toUpperCase()) {
    case 'OK': {
      const reference = childTextOf(message, 'REF')
      const usable = reference !== undefined && reference.length <= REFERENCE_MAX_CHARACTERS
      return { outcome: { kind: 'taken', ...codeOf('OK') }, reference: usable ? reference : undefined, why: 'taken' }
    }
    case 'FAIL':
      return { outcome: refusal(childTextOf(message, 'INFO') ?? ''), reference: undefined, why: 'message-refused' }
    default:
      return { outcome: { kind: 'uncertain' }, reference: undefined, why: 'unreadable' }
  }
}
