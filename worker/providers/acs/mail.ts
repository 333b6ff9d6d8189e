import type { EmailContent } from '../../domain/message.ts'

/** A mail as the service takes it. Azure Communication Services, Email REST API, `EmailMessage`. */
export function writeMail(from: string, to: string, content: EmailContent, text: string | undefined): string {
  const { subject, body, contentType } = content
  return JSON.stringify({
    senderAddress: from,
    recipients: { to: [{ address: to }] },
    content: { subject, ...(contentType === 'Html' ? { plainText: text ?? '', html: body } : { plainText: body }) },
    // Tracking would rewrite links and add a picture that tells who reads what.
    userEngagementTrackingDisabled: true,
  })
}
