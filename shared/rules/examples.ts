import type { JsonValue } from '../json/value.ts'
import type { Example } from '../rule.ts'

type Members = Readonly<Record<string, JsonValue>>

/** An instant SMS that is right in all but what an example changes. */
export function instantSmsExample(changes: {
  readonly request?: Members
  readonly recipient?: Members
  readonly settings?: Members
}): Example {
  return {
    kind: 'instant-sms',
    document: {
      idempotencyId: '94e9d0f6-7a3d-4a20-b5a7-445fb207f9bb',
      ...changes.request,
      recipientSms: {
        phoneNumber: '+4799999999',
        timeToLiveInSeconds: 120,
        ...changes.recipient,
        smsSettings: { body: 'Your one-time code is 428516. It is valid for 2 minutes.', ...changes.settings },
      },
    },
  }
}

/** An instant e-mail that is right in all but what an example changes. */
export function instantEmailExample(changes: {
  readonly request?: Members
  readonly recipient?: Members
  readonly settings?: Members
}): Example {
  return {
    kind: 'instant-email',
    document: {
      idempotencyId: '8f2a6a61-073b-4a52-9f42-52e9972af974',
      ...changes.request,
      recipientEmail: {
        emailAddress: 'ola.nordmann@example.com',
        ...changes.recipient,
        emailSettings: {
          subject: 'One-time code for login',
          body: 'Your one-time code is 428516. It is valid for 2 minutes.',
          ...changes.settings,
        },
      },
    },
  }
}
