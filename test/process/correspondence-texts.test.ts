import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Correspondences } from '../support/api/correspondences.ts'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'

const MS_PER_HOUR = 3_600_000

/** A window that is closed now and opens in two hours, by the clocks of UTC. */
function closedWindow(): string {
  const hourAt = (ms: number) => new Date(ms).toISOString().slice(11, 13)
  const opens = Date.now() + 2 * MS_PER_HOUR
  const until = hourAt(opens + MS_PER_HOUR)
  return `${hourAt(opens)}:00-${until === '00' ? '24' : until}:00`
}

const ALWAYS = { NOTIFICATION_DELAY_SECONDS: '1', REMINDER_DELAY_SECONDS: '1', SMS_WINDOW: '00:00-24:00' }

const STILLE = { name: 'Stille Fjord AS', emails: ['stille@example.com'] }

let server: DevServer
let api: Correspondences

beforeAll(async () => {
  server = await startDevServer({ vars: ALWAYS })
  api = await Service.at(server).correspondences()
  await Service.at(server).putParty('organizations/313756270', {
    name: 'Bakst & Bolle <3 $sendersName$',
    emails: ['bakst@example.com'],
    mobiles: ['+4799999103'],
  })
  await Service.at(server).putParty('organizations/312469146', STILLE)
})
afterAll(() => server.stop())

type Members = Record<string, unknown>

const OWN = {
  notificationTemplate: 'CustomMessage',
  notificationChannel: 'EmailAndSms',
  emailSubject: '  Brev fra $sendersName$ ',
  emailBody: 'Hei, $correspondenceRecipientName$.\n\nDu ($recipientNumber$) har fått brev. {textToken} $unknown$',
  smsBody: '$recipientName$ har fått brev.',
}

/** What arrives for a message to one organisation that has both an e-mail address and a number. */
async function arrivedFor(notification: Members, correspondence: Members = {}, recipients?: readonly string[]) {
  const id = await api.send(notification, correspondence, recipients)
  const count = Number(notification.sendReminder ?? 0) + 1
  await api.settles(id, Array<string>(count).fill('delivered'))
  return api.arrived(id)
}

const generic = (changes: Members = {}) => ({
  notificationTemplate: 'GenericAltinnMessage',
  notificationChannel: 'Email',
  ...changes,
})

const inLanguage = (language: string) => ({
  content: { language, messageTitle: 'Vedtak', messageBody: 'Her er vedtaket.' },
})

describe.concurrent('GenericAltinnMessage, docs/altinn/correspondence.md §3', () => {
  const to = ['0192:312469146']
  const sentences = async (language: string) => {
    const texts = { emailSubject: 'om frist', emailBody: 'Husk frist.', reminderEmailBody: 'Fristen er snart ute.' }
    const found = await arrivedFor(generic({ sendReminder: true, ...texts }), inLanguage(language), to)
    return found.map(({ subject, body }) => [subject, body])
  }

  it('says in bokmål what the guide says, first and reminding', async () => {
    expect(await sentences('nb')).toEqual([
      [
        'En melding har blitt mottatt i Altinn om frist',
        'Hei. Stille Fjord AS har mottatt en ny melding fra Eksempeldirektoratet. Husk frist. Logg deg inn i Altinn for å se denne meldingen.',
      ],
      [
        'Påminnelse - en melding har blitt mottatt i Altinn',
        'Hei. Dette er en påminnelse om at Stille Fjord AS har mottatt en ny melding fra Eksempeldirektoratet. Fristen er snart ute. Logg deg inn i Altinn for å se denne meldingen.',
      ],
    ])
  })

  it('says the same in nynorsk and in English, as the message is', async () => {
    const [[nynorsk = []], [english = []]] = [await sentences('nn'), await sentences('EN')]
    expect(nynorsk).toEqual([
      'Ein melding har blitt motteke i Altinn om frist',
      'Hei. Stille Fjord AS har motteke ei ny melding frå Eksempeldirektoratet. Husk frist. Logg deg inn i Altinn for å sjå denne meldinga.',
    ])
    expect(english).toEqual([
      'A message has been received in Altinn om frist',
      'Hello. Stille Fjord AS has received a new message from Eksempeldirektoratet. Husk frist. Log in to Altinn to see this message.',
    ])
  })

  it('needs no text of its sender’s, and is bokmål where the message says nothing', async () => {
    const content = { messageTitle: 'Vedtak', messageBody: 'Her er vedtaket.' }
    const [message] = await arrivedFor(generic(), { content }, to)
    expect(message?.body).toBe(
      'Hei. Stille Fjord AS har mottatt en ny melding fra Eksempeldirektoratet.  Logg deg inn i Altinn for å se denne meldingen.',
    )
  })

  it('uses in an SMS only the content, not the title', async () => {
    const customRecipients = [{ mobileNumber: '+4799999999' }]
    const notification = { customRecipients, overrideRegisteredContactInformation: true, smsBody: 'Husk frist.' }
    const [message] = await arrivedFor(generic(notification), {}, to)
    expect(message?.body).toBe(
      'Hei. Stille Fjord AS har mottatt en ny melding fra Eksempeldirektoratet. Husk frist. Logg deg inn i Altinn for å se denne meldingen.',
    )
    expect(message?.subject).toBeUndefined()
  })
})

describe.concurrent('CustomMessage and its keywords, docs/altinn/correspondence.md §2.7, §3', () => {
  it('the sender’s text is sent as it is, its keywords filled in once', async () => {
    const [email, sms] = (await arrivedFor(OWN)).toSorted((one, other) => one.channel.localeCompare(other.channel))
    expect(email?.subject).toBe('Brev fra Eksempeldirektoratet')
    expect(email?.body).toBe(
      'Hei, Bakst & Bolle <3 $sendersName$.\n\nDu (313756270) har fått brev. {textToken} $unknown$',
    )
    expect(sms?.body).toBe('Bakst & Bolle <3 $sendersName$ har fått brev.')
  })

  it('names are shown as they are in HTML, and bring no markup', async () => {
    const [message] = await arrivedFor({
      ...OWN,
      notificationChannel: 'Email',
      emailContentType: 'Html',
      emailBody: '<p>Hei, <b>$recipientName$</b></p>',
    })
    expect(message).toMatchObject({
      contentType: 'Html',
      body: '<p>Hei, <b>Bakst &amp; Bolle &lt;3 $sendersName$</b></p>',
    })
  })

  it('$messageTitle$ and $resourceName$ are those of the message; an unknown resource has no name', async () => {
    const path = `${server.url}/dev/register/resources/skjenkebevilling`
    expect((await fetch(path, { method: 'PUT', body: JSON.stringify({ nb: 'Skjenkebevilling' }) })).status).toBe(204)
    const emailBody = '$messageTitle$ [$resourceName$]'
    const notification = { ...OWN, notificationChannel: 'Email', emailSubject: '$messageTitle$', emailBody }
    const content = { language: 'nn', messageTitle: 'Vedtak <1> for $recipientName$', messageBody: 'x' }
    const [known] = await arrivedFor(notification, { content, resourceId: 'urn:altinn:resource:skjenkebevilling' })
    expect([known?.subject, known?.body]).toEqual([
      'Vedtak <1> for Bakst & Bolle <3 $sendersName$',
      'Vedtak <1> for Bakst & Bolle <3 $sendersName$ [Skjenkebevilling]',
    ])
    const [unknown] = await arrivedFor({ ...notification, emailContentType: 'Html' }, { content, resourceId: 'ukjent' })
    expect(unknown?.body).toBe('Vedtak &lt;1&gt; for Bakst &amp; Bolle &lt;3 $sendersName$ []')
  })

  it('are filled in whatever their letter case, in a title too', async () => {
    const notification = { ...OWN, notificationChannel: 'Email', emailSubject: 'x', emailBody: '$MESSAGETITLE$.' }
    const content = { language: 'nb', messageTitle: 'Fra $sendersname$: $ResourceName$', messageBody: 'x' }
    const [title] = await arrivedFor(notification, { content, resourceId: 'ukjent' })
    expect(title?.body).toBe('Fra Eksempeldirektoratet: .')
    const [name] = await arrivedFor({ ...notification, emailBody: '$CorrespondenceRecipientName$, $RECIPIENTNUMBER$' })
    expect(name?.body).toBe('Bakst & Bolle <3 $sendersName$, 313756270')
  })

  it('$recipientNumber$ of a person is nothing', async () => {
    const notification = { ...OWN, notificationChannel: 'Email', emailBody: 'Nummer: $recipientNumber$.' }
    const [message] = await arrivedFor(notification, {}, ['08900499559'])
    expect(message?.body).toBe('Nummer: .')
  })

  it.each([
    ['messageSender, where there is one', 'ttd', { messageSender: 'Skatt & Avgift' }, 'Brev fra Skatt & Avgift'],
    ['the organisation’s name in the register', 'digdir', {}, 'Brev fra Eksempeldirektoratet'],
    ['its short name, where the register has none', 'skd', {}, 'Brev fra skd'],
  ])('$sendersName$ is %s', async (_what, org, correspondence, subject) => {
    const of = await Service.at(server).correspondences(org)
    const id = await of.send({ ...OWN, notificationChannel: 'Email' }, correspondence)
    await of.settles(id, ['delivered'])
    expect((await of.arrived(id))[0]?.subject).toBe(subject)
  })

  it('$correspondenceRecipientName$ is that of the message’s recipient, whoever is told', async () => {
    const customRecipients = [{ emailAddress: 'kari@example.com' }]
    const notification = {
      ...OWN,
      notificationChannel: 'Email',
      customRecipients,
      smsBody: 'Hei',
      emailBody: 'Til $correspondenceRecipientName$',
    }
    const id = await api.send({ ...notification, overrideRegisteredContactInformation: true })
    await api.settles(id, ['delivered'])
    expect((await api.arrived(id))[0]).toMatchObject({
      to: 'kari@example.com',
      body: 'Til Bakst & Bolle <3 $sendersName$',
    })
  })
})

describe.concurrent('the channels, docs/altinn/correspondence.md §2.8', () => {
  const channels = async (notificationChannel: string, recipients: readonly string[]) => {
    const found = await arrivedFor({ ...OWN, notificationChannel }, {}, recipients)
    return found.map(({ channel, to }) => `${channel} ${to}`).sort()
  }
  const BOTH = ['0192:313756270']
  const ONLY_EMAIL = ['0192:312469146']
  const ONLY_MOBILE = ['0192:311234579']

  it('Email sends an e-mail, Sms an SMS, EmailAndSms both', async () => {
    expect(await channels('Email', BOTH)).toEqual(['email bakst@example.com'])
    expect(await channels('Sms', BOTH)).toEqual(['sms +4799999103'])
    expect(await channels('EmailAndSms', BOTH)).toEqual(['email bakst@example.com', 'sms +4799999103'])
  })

  it('EmailPreferred sends an SMS only where there is no e-mail address', async () => {
    expect(await channels('EmailPreferred', BOTH)).toEqual(['email bakst@example.com'])
    expect(await channels('EmailPreferred', ONLY_MOBILE)).toEqual(['sms +4799999102'])
  })

  it('SmsPreferred sends an e-mail only where there is no number', async () => {
    expect(await channels('SmsPreferred', BOTH)).toEqual(['sms +4799999103'])
    expect(await channels('SmsPreferred', ONLY_EMAIL)).toEqual(['email stille@example.com'])
  })

  it('an SMS may go abroad', async () => {
    const customRecipients = [{ mobileNumber: '+46701740605' }]
    const id = await api.send({
      ...OWN,
      smsBody: 'Hei',
      customRecipients,
      overrideRegisteredContactInformation: true,
      emailBody: 'Hei',
    })
    await api.settles(id, ['delivered'])
    expect((await api.arrived(id))[0]?.to).toBe('+46701740605')
  })

  it('a reminder may take another channel than the first notification', async () => {
    const found = await arrivedFor({
      ...generic(),
      sendReminder: true,
      reminderNotificationChannel: 'Sms',
    })
    expect(found.map(({ channel }) => channel)).toEqual(['email', 'sms'])
  })
})

describe('outside the hours for SMS', () => {
  let closed: DevServer
  beforeAll(async () => {
    closed = await startDevServer({ vars: { ...ALWAYS, SMS_WINDOW: closedWindow(), SMS_WINDOW_TIME_ZONE: 'UTC' } })
  })
  afterAll(() => closed.stop())

  it('an e-mail goes out, an SMS waits, and the details say so', async () => {
    const of = await Service.at(closed).correspondences()
    const customRecipients = [{ mobileNumber: '+4799999999' }]
    const id = await of.send(generic({ notificationChannel: 'Email', customRecipients }))
    await of.settles(id, ['delivered', 'waitingForWindow'])
    expect((await of.arrived(id)).map(({ channel }) => channel)).toEqual(['email'])
    await of.act('DELETE', id, 'purge')
    await of.settles(id, ['delivered', 'cancelled'])
  })
})
