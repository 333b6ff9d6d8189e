import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HoverRequest, InlayHintRequest } from 'vscode-languageserver-protocol'
import type { Preview } from '../../../extension/protocol.ts'
import { caret } from '../support/caret.ts'
import { ServerProcess } from '../support/server.ts'

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }

const MAIN =
  'Hei. Nordmann Bakeri AS har mottatt en ny melding fra Testdepartementet. Husk fristen. Logg deg inn i Altinn for å se denne meldingen.'
const REMINDER =
  'Hei. Dette er en påminnelse om at Nordmann Bakeri AS har mottatt en ny melding fra Testdepartementet.  Logg deg inn i Altinn for å se denne meldingen.'
const SOON = '5 minutes after publication (published: now)'
const LATER = 'Reminder: 7 days later (1 day in test environments) if the message is unread'
const BY_DAY = 'SMS goes out 09:00–17:00 Oslo time by default'

let server: ServerProcess
let opened = 0
beforeAll(() => {
  server = new ServerProcess({ capabilities: { textDocument: { diagnostic: {} } } })
})
afterAll(() => server[Symbol.asyncDispose]())

async function open(text: string): Promise<{ uri: string }> {
  const uri = `file:///work/${opened++}.notification.json`
  await server.open(uri, text)
  return { uri }
}

async function hoverText(marked: string): Promise<string> {
  const { text, position } = caret(marked)
  const answer = await server.connection.sendRequest(HoverRequest.type, { textDocument: await open(text), position })
  return answer && typeof answer.contents === 'object' && 'value' in answer.contents ? answer.contents.value : ''
}

async function preview(request: unknown, by = server): Promise<Preview> {
  const uri = `file:///work/${opened++}.notification.json`
  await by.open(uri, JSON.stringify(request, null, 2))
  return by.connection.sendRequest('straks/preview', { uri, line: 0 })
}

const GENERIC = {
  notification: {
    notificationTemplate: 'GenericAltinnMessage',
    notificationChannel: 'Sms',
    smsBody: 'Husk fristen.',
    sendReminder: true,
  },
}

/** The text of `GENERIC` with the caret in one of its words. */
const pointed = (word: string): string => JSON.stringify(GENERIC, null, 2).replace(word, `${word}‸`)

describe('a hover in a notification with Altinn’s words', () => {
  it('shows the whole text that the sender’s words become part of, its size and its time', async () => {
    const text = await hoverText(pointed('Husk'))
    expect(text).toContain(`\n${MAIN}\n`)
    expect(text).toContain(`${MAIN.length}/160 · GSM-7 · 1 SMS · ${160 - MAIN.length} left`)
    expect(text).toContain(`${SOON} · ${BY_DAY}`)
  })

  it('shows on the template the first messages, and the reminders on what asks for them', async () => {
    const onTemplate = await hoverText(pointed('GenericAltinn'))
    expect(onTemplate).toContain(MAIN)
    expect(onTemplate).not.toContain(REMINDER)
    const onReminder = await hoverText(pointed('sendRemind'))
    expect(onReminder).toContain(REMINDER)
    expect(onReminder).toContain(`${LATER} · ${BY_DAY}`)
    expect(onReminder).not.toContain(MAIN)
  })

  it('shows no reminder where none is sent', async () => {
    expect(await hoverText('{ "notification": { "notificationTemplate": 1, "sendReminder": fal‸se } }')).not.toContain(
      'påminnelse',
    )
  })
})

it('a hint tells the size of the whole SMS', async () => {
  const textDocument = await open(JSON.stringify(GENERIC, null, 2))
  const hints = await server.connection.sendRequest(InlayHintRequest.type, { textDocument, range: WHOLE })
  expect(hints).toMatchObject([{ label: `${MAIN.length}/160 · GSM-7 · 1 SMS` }])
})

describe('a preview of a correspondence', () => {
  it('shows a message for each channel, also where the sender has written nothing', async () => {
    const notification = {
      notificationTemplate: 'GenericAltinnMessage',
      notificationChannel: 'EmailPreferred',
      sendReminder: true,
      reminderNotificationChannel: 'Sms',
    }
    const { messages } = await preview({ content: { language: 'en' }, notification })
    const text =
      'Hello. Nordmann Bakeri AS has received a new message from Testdepartementet.  Log in to Altinn to see this message.'
    const again = text.replace('Nordmann Bakeri AS has', 'This is a reminder that Nordmann Bakeri AS has')
    expect(messages).toEqual([
      {
        channel: 'email',
        reminder: false,
        html: false,
        subject: 'A message has been received in Altinn',
        body: text,
        when: SOON,
      },
      {
        channel: 'sms',
        reminder: false,
        html: false,
        body: text,
        size: `${text.length}/160 · GSM-7 · 1 SMS`,
        when: `${SOON} · only where there is no e-mail address · ${BY_DAY}`,
      },
      {
        channel: 'sms',
        reminder: true,
        html: false,
        body: again,
        size: `${again.length}/160 · GSM-7 · 1 SMS`,
        when: `${LATER} · ${BY_DAY}`,
      },
    ])
  })

  it('shows the sender’s own texts, first and reminding', async () => {
    const notification = {
      emailSubject: 'Nytt brev fra $sendersName$ ',
      emailBody: '<p>Hei, $recipientName$</p>',
      emailContentType: 'Html',
      sendReminder: true,
      reminderEmailSubject: 'Ulest brev',
      reminderEmailBody: 'Hei igjen',
    }
    const { messages } = await preview({ notification })
    expect(messages).toMatchObject([
      {
        reminder: false,
        html: true,
        subject: 'Nytt brev fra Testdepartementet',
        body: '<p>Hei, Nordmann Bakeri AS</p>',
        alternative: 'Hei, Nordmann Bakeri AS',
      },
      { reminder: true, html: true, subject: 'Ulest brev', body: 'Hei igjen' },
    ])
  })

  it.each([
    ['2000-01-01T12:00:00Z', 'published: now'],
    ['2199-01-31T23:30:00Z', 'published: 1 Feb 2199, 00:30'],
    ['2199-07-01T12:00:00+02:00', 'published: 1 Jul 2199, 12:00'],
    ['soon', 'published: now'],
  ])('tells the time in Oslo that the message is published at: %s', async (requestedPublishTime, told) => {
    const correspondence = { requestedPublishTime, notification: GENERIC.notification }
    const { messages } = await preview({ correspondence, recipients: ['0192:991825827'] })
    expect(messages[0]?.when).toContain(`5 minutes after publication (${told})`)
  })

  it('tells when a reminder comes where the requests are sent, in the editor’s language', async () => {
    const settings = { environment: 'staging', language: 'nn' }
    await using inStaging = new ServerProcess({ initializationOptions: { settings } })
    const { messages } = await preview(GENERIC, inStaging)
    expect(messages.map(({ when }) => when)).toEqual([
      '5 minutt etter publisering (blir publisert: no) · SMS blir send kl. 09:00–17:00 norsk tid som standard',
      'Revarsel: 1 dag seinare (7 dagar i produksjon) om meldinga er ulesen · SMS blir send kl. 09:00–17:00 norsk tid som standard',
    ])
  })
})

describe('a preview of an order', () => {
  const recipientSms = (body: string, more: object = {}) => ({
    recipientSms: { phoneNumber: '+4799999999', smsSettings: { body, ...more } },
  })

  it('tells when each of its messages is sent', async () => {
    const { messages } = await preview({
      idempotencyId: 'a',
      requestedSendTime: '2199-01-31T12:00:00Z',
      recipient: recipientSms('Hei', { sendingTimePolicy: 'Anytime' }),
      reminders: [
        { delayDays: 7, recipient: recipientSms('Hei igjen') },
        {
          requestedSendTime: '2199-02-28T12:00:00Z',
          recipient: { recipientEmail: { emailAddress: 'a@example.com', emailSettings: { subject: 'A', body: 'B' } } },
        },
      ],
    })
    expect(messages.map(({ when }) => when)).toEqual([
      '31 Jan 2199, 13:00',
      `Reminder: 7 × 24 hours after the first message · ${BY_DAY}`,
      'Reminder: 28 Feb 2199, 13:00',
    ])
  })

  it.each([
    ['SmsPreferred', 'At once · only where there is no mobile number', `At once · ${BY_DAY}`],
    ['EmailPreferred', 'At once', `At once · only where there is no e-mail address · ${BY_DAY}`],
  ])('tells which message %s sends only to those whom the other cannot reach', async (channelSchema, ...whens) => {
    const recipientPerson = {
      nationalIdentityNumber: '08900499559',
      channelSchema,
      emailSettings: { subject: 'A', body: 'B' },
      smsSettings: { body: 'B' },
    }
    const { messages } = await preview({ idempotencyId: 'a', recipient: { recipientPerson } })
    expect(messages.map(({ when }) => when)).toEqual(whens)
  })

  it('says so where it is sent at once', async () => {
    const { messages } = await preview({ idempotencyId: 'a', recipient: recipientSms('Hei') })
    expect(messages[0]?.when).toBe(`At once · ${BY_DAY}`)
  })
})
