import { randomUUID } from 'node:crypto'

/** The route that is measured. */
export const SMS_PATH = '/notifications/api/v1/future/orders/instant/sms'

const NUMBER_DIGITS = 7

/** A Norwegian mobile number that follows from a key: one-time codes go to many people, and a retry to the same one. */
function numberOf(key: string): string {
  const digits = Number.parseInt(key.replaceAll('-', '').slice(0, NUMBER_DIGITS), 16) % 10 ** NUMBER_DIGITS
  return `+479${digits.toString().padStart(NUMBER_DIGITS, '0')}`
}

/** The body of the guide's example, with a key and a number of its own. */
export const smsBody = (idempotencyId: string, text = 'Engangskoden din er 428516. Den er gyldig i 2 minutter.') =>
  JSON.stringify({
    idempotencyId,
    sendersReference: 'otp-login-2024-09-30-1234',
    recipientSms: {
      phoneNumber: numberOf(idempotencyId),
      timeToLiveInSeconds: 120,
      smsSettings: { sender: 'Altinn', body: text },
    },
  })

/** Where ordinary orders are placed. */
export const ORDERS_PATH = '/notifications/api/v1/future/orders'

/** An order of one e-mail, to an address of its own, for a moment that stands at the end of its text too. */
export const orderBody = (dueMs: number, idempotencyId: string = randomUUID()) =>
  JSON.stringify({
    idempotencyId,
    sendersReference: 'case-2026-1234',
    requestedSendTime: new Date(dueMs).toISOString(),
    recipient: {
      recipientEmail: {
        emailAddress: `ola.${idempotencyId}@example.com`,
        emailSettings: { subject: 'Et nytt brev', body: `Det ligger et nytt brev i innboksen. #${dueMs}` },
      },
    },
  })

/** The same, due at once. */
export const orderBodyNow = (idempotencyId: string) =>
  JSON.stringify({ ...JSON.parse(orderBody(0, idempotencyId)), requestedSendTime: undefined })

/** Where correspondences are sent. */
export const CORRESPONDENCE_PATH = '/correspondence/api/v1/correspondence'

/** A correspondence to so many who are known by their e-mail addresses, so that no register is asked for them. */
export const messageBody = (recipients: number) =>
  JSON.stringify({
    correspondence: {
      resourceId: 'example',
      sendersReference: 'case-2026-1234',
      content: { language: 'nb', messageTitle: 'Vedtak', messageBody: 'Vedtaket er fattet.' },
      notification: {
        notificationTemplate: 'CustomMessage',
        notificationChannel: 'Email',
        emailSubject: 'Ny melding',
        emailBody: 'Du har en ny melding. #0',
      },
    },
    recipients: Array.from(
      { length: recipients },
      (_, index) => `urn:altinn:person:idporten-email:nr${index}@example.com`,
    ),
  })

/** Makes requests as they go over the wire: from a body to the whole text. */
export const requestWriter =
  (token: string, path = SMS_PATH) =>
  (body: string): string =>
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\n` +
    `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

/** As many keys as a client may have in flight when it tries again. */
const REPLAYED_KEYS = 64

/** Keys that nobody has used. */
export const newKeys = (): (() => string) => randomUUID

/** The same few keys over and over. */
export function repeatedKeys(): { readonly all: readonly string[]; readonly next: () => string } {
  const all = Array.from({ length: REPLAYED_KEYS }, () => randomUUID())
  let index = 0
  return { all, next: () => all[index++ % all.length] ?? '' }
}
