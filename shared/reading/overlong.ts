import type { RuleCode } from '../rule-code.ts'
import type { ObjectRole } from '../schema/field.ts'
import type { Overlong } from './document.ts'

const OF_A_MESSAGE: ReadonlySet<ObjectRole | undefined> = new Set([
  'message-request',
  'message',
  'message-content',
  'external-reference',
  'attachment',
])

/** The rule that reports a value that is too long: exactly one, which has Altinn's sentence for it. */
export function tellerOf({ role, within, name }: Overlong): RuleCode {
  if (role === 'message-recipient' || role === 'message-recipients') return 'message-recipient'
  if (within === 'reply-option' && name === 'linkURL') return 'reply-option'
  if (within === 'attachment' && name === 'fileName') return 'attachment-name'
  return OF_A_MESSAGE.has(within) ? 'message-length' : 'length-limit'
}
