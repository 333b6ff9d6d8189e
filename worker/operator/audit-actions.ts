/** What an operator did or looked at. */
export const AUDIT_ACTIONS = [
  'find',
  'look',
  'redrive',
  'redrive-all',
  'give-up',
  'cancel',
  'erase',
  'erase-again',
  'pause',
  'resume',
  'suppress',
  'lift',
] as const

export type AuditAction = (typeof AUDIT_ACTIONS)[number]
