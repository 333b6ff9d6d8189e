import { table } from '@straks/shared'
import type { FinalStatus } from '../../domain/status.ts'

/** What each state of a delivery report means. docs/altinn/notifications.md §5.2. */
const STATES = table<FinalStatus>({
  DELIVRD: 'SMS_Delivered',
  EXPIRED: 'SMS_Failed_Expired',
  DELETED: 'SMS_Failed_Deleted',
  UNDELIV: 'SMS_Failed_Undelivered',
  REJECTD: 'SMS_Failed_Rejected',
  BARRED: 'SMS_Failed_BarredReceiver',
  /** Barred from content for adults, or from premium services. Altinn's mapper has no row for it, and fails. */
  BARREDA: 'SMS_Failed_BarredReceiver',
  /** The recipient's account is empty. As BARREDA. */
  ZEROBAL: 'SMS_Failed',
  FAILED: 'SMS_Failed',
  UNKNOWN: 'SMS_Failed',
  NULL: 'SMS_Failed',
})

/** The status that a state means; an unknown state is a failure, as with Altinn. */
export const statusOfState = (state: string): FinalStatus => {
  const known = state.toUpperCase()
  return STATES.get(known) ?? 'SMS_Failed'
}
