import type { Language } from '../language.ts'
import type { Phase } from '../reading/notification.ts'
import type { NotificationTemplate } from '../schema/notification.ts'
import { GENERIC_TEXTS, TEXT_TOKEN, type TemplateTexts } from './generic-texts.ts'

/** What a sender has written of one notification: `emailSubject`, `emailBody` and `smsBody`, or the reminder's. */
export type OwnTexts = {
  readonly subject?: string | undefined
  readonly body?: string | undefined
  readonly sms?: string | undefined
}

/** Whose text a notification sends, in which language, for which occasion. */
export type TemplatedNotification = {
  readonly template: NotificationTemplate
  /** Matters to Altinn's own words only. */
  readonly language: Language
  readonly phase: Phase
  readonly texts: OwnTexts
}

/** The texts of one notification, whole but for their keywords. */
export type RenderedNotification = { readonly subject: string; readonly body: string; readonly sms: string }

/** A message of one's own is nothing but one's own words. */
const OWN_TEXTS: TemplateTexts = { subject: TEXT_TOKEN, text: TEXT_TOKEN }

/**
 * Puts the sender's words, and one space after them, where a template has its token; without any only the space is
 * left, so that two stand there. Altinn does the same. A function fills it in, as a replacement text would have signs
 * of its own.
 */
const fill = (text: string, words = ''): string => text.replace(TEXT_TOKEN, () => `${words} `).trim()

/**
 * The texts of a notification as its template makes them; keywords still stand in them and are replaced afterwards
 * (`expandKeywords`), so that those in the sender's words are replaced too. Total: a text that was not written is
 * Altinn's words alone, or empty in a message of one's own. docs/altinn/correspondence.md §3.
 *
 * @example
 * renderNotification({ template: 'GenericAltinnMessage', language: 'en', phase: 'main', texts: {} }).subject
 * // 'A message has been received in Altinn'
 */
export function renderNotification({ template, language, phase, texts }: TemplatedNotification): RenderedNotification {
  const { subject, text } = template === 'CustomMessage' ? OWN_TEXTS : GENERIC_TEXTS[language][phase]
  return { subject: fill(subject, texts.subject), body: fill(text, texts.body), sms: fill(text, texts.sms) }
}
