import { readUuid, table } from '@straks/shared'
import { formTime } from './form-time.ts'

/** Members that are true or false, by their names in lower case. docs/altinn/correspondence.md §1.2. */
export const FLAGS: ReadonlySet<string> = new Set([
  'sendreminder',
  'overrideregisteredcontactinformation',
  'ignorereservation',
  'isconfirmationneeded',
  'isconfidential',
  'allowforwarding',
  'isencrypted',
])

/** Members that are one of several words. */
export const CHOICES: ReadonlySet<string> = new Set([
  'notificationtemplate',
  'notificationchannel',
  'remindernotificationchannel',
  'emailcontenttype',
  'reminderemailcontenttype',
  'referencetype',
])

/** Members that are UUIDs, or lists of them. */
const UUIDS: ReadonlySet<string> = new Set(['idempotentkey', 'existingattachments'])

const BOOLEANS = table<boolean>({ true: true, false: false })

/**
 * What a form writes for a member, as JSON would have it. .NET converts such a text by the member's type, and looks past
 * spaces around it; of a text it keeps them. What cannot be converted stays as it is.
 */
export function formValue(member: string, written: string): string | boolean {
  const name = member.toLowerCase()
  if (FLAGS.has(name)) return BOOLEANS.get(written.trim().toLowerCase()) ?? written
  if (CHOICES.has(name)) return written.trim()
  return UUIDS.has(name) ? readUuid(written) : formTime(member, written)
}
