import { isCustomRecipient } from './custom-recipient.ts'
import type { Field } from './document.ts'
import type { NotificationView } from './notification.ts'
import type { Traversal } from './reader.ts'

/**
 * The fields that can be judged: not those of custom recipients who are ignored since another member counts, whatever
 * is wrong with them. docs/altinn/correspondence.md §2.2.
 */
export function fieldsThatCount(
  { fields, objects }: Traversal,
  notifications: readonly NotificationView[],
): readonly Field[] {
  if (!objects.some(isCustomRecipient)) return fields
  const counting = new Set(notifications.flatMap(({ recipients }) => recipients))
  const ignored = new Set(objects.filter((object) => isCustomRecipient(object) && !counting.has(object)))
  return ignored.size === 0 ? fields : fields.filter(({ within }) => !within || !ignored.has(within))
}
