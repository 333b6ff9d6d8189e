import type { Path } from './finding.ts'

/** A path as a JSON Pointer (RFC 6901): `['recipientSms', 'phoneNumber']` is `/recipientSms/phoneNumber`. */
export function toJsonPointer(path: Path): string {
  let pointer = ''
  for (const step of path) pointer += typeof step === 'number' ? `/${step}` : `/${escapedStep(step)}`
  return pointer
}

/** Few names have either character. */
const escapedStep = (name: string): string =>
  name.includes('~') || name.includes('/') ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name

/** A path as sentences write it, with places in lists in brackets: `reminders[0].delayDays`. */
export const toDottedPath = (path: Path): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('')
