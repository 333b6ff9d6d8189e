import { table } from '@straks/shared'
import type { Channel, FinalStatus } from '../../domain/status.ts'

/** A receipt that a simulated recipient sends, some time after its message was taken or after it expired. */
export type PlannedReceipt = {
  readonly after: 'taken' | 'expiry-and-grace'
  readonly delayMs: number
  readonly says: 'accepted' | 'delivered' | FinalStatus
}

/** How the inbox behaves towards a recipient. */
type Simulation = {
  readonly answerDelayMs: number
  /** Attempts that find the provider away. */
  readonly timesUnavailable: number
  readonly refusal: FinalStatus | undefined
  readonly receipts: readonly PlannedReceipt[]
}

/** Soon enough to look instant, late enough to be a second step. */
const RECEIPT_DELAY_MS = 100

/** The slow recipient: long for a person who waits, well within an attempt's timeout. */
const SLOW_ANSWER_MS = 3_000

const after = (delayMs: number, says: PlannedReceipt['says']): PlannedReceipt => ({ after: 'taken', delayMs, says })

const DELIVERS: Simulation = {
  answerDelayMs: 0,
  timesUnavailable: 0,
  refusal: undefined,
  receipts: [after(RECEIPT_DELAY_MS, 'delivered')],
}

const fails = (status: FinalStatus): Simulation => ({ ...DELIVERS, receipts: [after(RECEIPT_DELAY_MS, status)] })
const refuses = (status: FinalStatus): Simulation => ({ ...DELIVERS, refusal: status, receipts: [] })

const SILENT: Simulation = { ...DELIVERS, receipts: [] }
const FLAKY: Simulation = { ...DELIVERS, timesUnavailable: 2 }
const DOWN: Simulation = { ...DELIVERS, timesUnavailable: Number.POSITIVE_INFINITY, receipts: [] }
const SLOW: Simulation = { ...DELIVERS, answerDelayMs: SLOW_ANSWER_MS }
const ECHO: Simulation = {
  ...DELIVERS,
  receipts: [after(RECEIPT_DELAY_MS, 'delivered'), after(2 * RECEIPT_DELAY_MS, 'delivered')],
}
const REORDERED: Simulation = {
  ...DELIVERS,
  receipts: [after(RECEIPT_DELAY_MS, 'delivered'), after(2 * RECEIPT_DELAY_MS, 'accepted')],
}
const LATE: Simulation = {
  ...DELIVERS,
  receipts: [{ after: 'expiry-and-grace', delayMs: 1_000, says: 'delivered' }],
}

/** The recipients that behave as named. Other people's scripts rely on them: docs/simulated-recipients.md. */
const SIMULATIONS: Readonly<Record<Channel, ReadonlyMap<string, Simulation>>> = {
  sms: table<Simulation>({
    '+4799990002': refuses('SMS_Failed_InvalidRecipient'),
    '+4799990003': fails('SMS_Failed_Undelivered'),
    '+4799990004': fails('SMS_Failed_Expired'),
    '+4799990005': fails('SMS_Failed_Rejected'),
    '+4799990006': fails('SMS_Failed_BarredReceiver'),
    '+4799990007': fails('SMS_Failed_Deleted'),
    '+4799990008': fails('SMS_Failed'),
    '+4799990009': SILENT,
    '+4799990010': FLAKY,
    '+4799990011': DOWN,
    '+4799990012': ECHO,
    '+4799990013': REORDERED,
    '+4799990014': LATE,
    '+4799990015': SLOW,
  }),
  email: table<Simulation>({
    'invalidformat@simulator.test': refuses('Email_Failed_InvalidFormat'),
    'bounced@simulator.test': fails('Email_Failed_Bounced'),
    'filteredspam@simulator.test': fails('Email_Failed_FilteredSpam'),
    'quarantined@simulator.test': fails('Email_Failed_Quarantined'),
    'suppressed@simulator.test': fails('Email_Failed_SuppressedRecipient'),
    'failed@simulator.test': fails('Email_Failed'),
    'silent@simulator.test': SILENT,
    'flaky@simulator.test': FLAKY,
    'down@simulator.test': DOWN,
    'echo@simulator.test': ECHO,
    'reordered@simulator.test': REORDERED,
    'slow@simulator.test': SLOW,
  }),
}

/** How the inbox behaves towards a recipient: as its name says, or else it delivers. */
export const simulationOf = (channel: Channel, to: string): Simulation =>
  SIMULATIONS[channel].get(to.toLowerCase()) ?? DELIVERS
