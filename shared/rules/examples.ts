import type { JsonValue } from '../json/value.ts'
import type { JudgeContext } from '../judge-context.ts'
import type { Example } from '../rule.ts'

/** When and for whom the examples are judged, so that their verdicts never change. */
export const EXAMPLES_CONTEXT: JudgeContext = {
  nowMs: Date.UTC(2026, 0, 1),
  allowLoopback: false,
  isSent: false,
  smsCountries: ['47'],
}

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

/** An ordinary order to an organisation that is right in all but what an example changes. */
export function orderExample(changes: {
  readonly request?: Members
  readonly recipient?: Members
  readonly organization?: Members
  readonly sms?: Members
  readonly email?: Members
}): Example {
  return {
    kind: 'order',
    document: {
      idempotencyId: 'f3c9b1de-6d3c-4a5e-9a66-0f6f1a1f0c55',
      recipient: changes.recipient ?? {
        recipientOrganization: {
          orgNumber: '991825827',
          channelSchema: 'EmailPreferred',
          ...changes.organization,
          emailSettings: { subject: 'New letter', body: 'You have a new letter.', ...changes.email },
          smsSettings: { body: 'You have a new letter.', ...changes.sms },
        },
      },
      ...changes.request,
    },
  }
}

/** An e-mail to several recipients that is right in all but what an example changes. */
export const emailOrderExample = (changes: Members): Example => ({
  kind: 'orders-email',
  document: {
    subject: 'New letter',
    body: 'You have a new letter.',
    recipients: [{ emailAddress: 'ola.nordmann@example.com' }, { emailAddress: 'kari.nordmann@example.com' }],
    ...changes,
  },
})

/** An SMS to several recipients that is right in all but what an example changes. */
export const smsOrderExample = (changes: Members): Example => ({
  kind: 'orders-sms',
  document: { body: 'You have a new letter.', recipients: [{ mobileNumber: '+4799999999' }], ...changes },
})

/** A message to several recipients, in a channel with a fallback, that is right in all but what an example changes. */
export const listedOrderExample = (changes: Members): Example => ({
  kind: 'orders',
  document: {
    notificationChannel: 'EmailPreferred',
    recipients: [{ organizationNumber: '991825827' }],
    emailTemplate: { subject: 'New letter', body: 'You have a new letter.' },
    smsTemplate: { body: 'You have a new letter.' },
    ...changes,
  },
})

/** A notification with Altinn's own text, which needs no other, in all but what an example changes. */
export function notificationExample(changes: Members): Example {
  return {
    kind: 'notification',
    document: { notificationTemplate: 'GenericAltinnMessage', notificationChannel: 'Email', ...changes },
  }
}

/** A notification with the sender's own texts for every channel, in all but what an example changes. */
export function ownTextExample(changes: Members): Example {
  return notificationExample({
    notificationTemplate: 'CustomMessage',
    notificationChannel: 'EmailAndSms',
    emailSubject: 'New letter',
    emailBody: 'You have a new letter.',
    smsBody: 'You have a new letter.',
    ...changes,
  })
}

/** A message with a notification that is right in all but what an example changes. */
export function correspondenceExample(changes: {
  readonly notification?: Members
  readonly correspondence?: Members
  readonly recipients?: JsonValue
}): Example {
  return {
    kind: 'correspondence',
    document: {
      correspondence: {
        resourceId: 'urn:altinn:resource:example',
        sendersReference: 'case-2026-1234',
        content: { language: 'nb', messageTitle: 'Vedtak', messageBody: 'Her er vedtaket.' },
        ...changes.correspondence,
        notification: {
          notificationTemplate: 'GenericAltinnMessage',
          notificationChannel: 'Email',
          ...changes.notification,
        },
      },
      recipients: changes.recipients ?? ['0192:991825827'],
    },
  }
}
