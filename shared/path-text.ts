import type { Path } from './finding.ts'

/** A path as a JSON Pointer (RFC 6901): `['recipientSms', 'phoneNumber']` is `/recipientSms/phoneNumber`. */
export const toJsonPointer = (path: Path): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** A path as sentences write it, with places in lists in brackets: `reminders[0].delayDays`. */
export const toDottedPath = (path: Path): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('')
