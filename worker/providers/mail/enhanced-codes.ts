import { table } from '@straks/shared'
import type { BounceKind } from '../../domain/bounce.ts'
import type { FinalStatus } from '../../domain/status.ts'

/**
 * What an enhanced status code says of a message that will not arrive, from either kind of server: one that refuses a recipient,
 * or one that took the message and sends it back. RFC 3463, IANA's registry.
 */
const MEANINGS = table<FinalStatus>({
  '5.1.0': 'Email_Failed_Bounced',
  '5.1.1': 'Email_Failed_Bounced',
  '5.1.2': 'Email_Failed_Bounced',
  '5.1.3': 'Email_Failed_InvalidFormat',
  '5.1.4': 'Email_Failed_InvalidFormat',
  '5.1.6': 'Email_Failed_Bounced',
  '5.1.10': 'Email_Failed_Bounced',
  '5.2.0': 'Email_Failed_Bounced',
  '5.2.1': 'Email_Failed_Bounced',
  '5.2.2': 'Email_Failed_Bounced',
  '5.2.3': 'Email_Failed',
  '5.3.4': 'Email_Failed',
  '5.4.1': 'Email_Failed_Bounced',
  '5.4.4': 'Email_Failed_Bounced',
  '5.4.6': 'Email_Failed_Bounced',
  '5.6.7': 'Email_Failed_InvalidFormat',
  '5.7.17': 'Email_Failed_Bounced',
  '5.7.18': 'Email_Failed_Bounced',
  '5.7.28': 'Email_Failed_FilteredSpam',
})

/** The status that a code means; `undefined` where it is not in the table. */
export const statusOfEnhanced = (code: string): FinalStatus | undefined => MEANINGS.get(code)

/** A mail server that says no to a whole message does not want what it says. */
const POLICY = /^5\.7\.\d{1,3}$/

/** The address is no address, or has moved or closed: no later mail will arrive either. Not so of a mailbox that is full. */
const ADDRESS = /^5\.(?:1\.(?:[0-6]|10)|2\.1|4\.[14]|7\.1[78])$/

const PERMANENT = /^5\./

/** What became of a message that was sent back with a code. */
export function bounceOf(code: string): {
  readonly status: FinalStatus
  readonly kind: Exclude<BounceKind, 'complaint'>
} {
  const kind = ADDRESS.test(code) ? 'hard' : 'soft'
  const status = statusOfEnhanced(code) ?? (POLICY.test(code) ? 'Email_Failed_FilteredSpam' : undefined)
  return { status: status ?? (PERMANENT.test(code) ? 'Email_Failed_Bounced' : 'Email_Failed'), kind }
}
