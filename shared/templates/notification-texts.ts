import type { Language } from '../language.ts'
import { type Phase, TEXT_MEMBERS, type TextMember } from '../reading/notification.ts'
import type { NotificationTemplate } from '../schema/notification.ts'
import { type RenderedNotification, renderNotification } from './render-notification.ts'

/** The members of a notification that decide what it says, read or as they are being written. */
type WrittenTexts = Readonly<Partial<Record<TextMember | 'emailContentType' | 'reminderEmailContentType', unknown>>>

/** What a notification says in one phase. A text that is not written is empty, and keywords still stand in the others. */
type NotificationTexts = RenderedNotification & { readonly contentType: 'Plain' | 'Html' }

const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/**
 * What a notification says: one plan, for the preview of what is being written and for what is sent.
 * docs/altinn/correspondence.md §3.
 */
export function notificationTexts(
  members: WrittenTexts,
  how: { readonly template: NotificationTemplate; readonly language: Language; readonly phase: Phase },
): NotificationTexts {
  const names = TEXT_MEMBERS[how.phase]
  const ofReminder = how.phase === 'reminder' ? members.reminderEmailContentType : undefined
  return {
    ...renderNotification({
      ...how,
      texts: {
        subject: textIn(members[names.subject]),
        body: textIn(members[names.body]),
        sms: textIn(members[names.sms]),
      },
    }),
    contentType: (ofReminder ?? members.emailContentType) === 'Html' ? 'Html' : 'Plain',
  }
}
