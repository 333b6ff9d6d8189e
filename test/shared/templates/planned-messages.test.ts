import { correspondencePart, type JsonValue } from '@straks/shared'
import { plannedMessages } from '@straks/shared/templates'
import { describe, expect, it } from 'vitest'

function plan(notification: JsonValue, content: JsonValue = {}) {
  const document = correspondencePart.read({ notification, content })
  return document.notifications.flatMap((view) => plannedMessages(view, document))
}

const planned = (notification: JsonValue) =>
  plan(notification).map(({ phase, medium, fallback }) => `${phase} ${medium}${fallback ? ', else' : ''}`)

const generic = (more: Record<string, JsonValue>) => ({ notificationTemplate: 'GenericAltinnMessage', ...more })

describe('the messages of a notification', () => {
  it.each([
    [{}, ['main email']],
    [{ notificationChannel: 'Sms' }, ['main sms']],
    [{ notificationChannel: 2 }, ['main email', 'main sms, else']],
    [{ notificationChannel: 'smspreferred' }, ['main sms', 'main email, else']],
    [{ notificationChannel: 'EmailAndSms' }, ['main email', 'main sms']],
    [{ notificationChannel: 'Sms', sendReminder: true }, ['main sms', 'reminder sms']],
    [{ sendReminder: true, reminderNotificationChannel: 'Sms' }, ['main email', 'reminder sms']],
    [{ reminderNotificationChannel: 'Sms' }, ['main email']],
  ])('follow the channels: %j', (members, messages) => {
    expect(planned(generic(members))).toEqual(messages)
  })

  it('go to direct addresses by their own medium', () => {
    const customRecipients = [{ mobileNumber: '+4799999999' }]
    expect(planned(generic({ customRecipients }))).toEqual(['main email', 'main sms'])
    expect(planned(generic({ notificationChannel: 'EmailPreferred', customRecipients }))).toEqual([
      'main email',
      'main sms',
    ])
    expect(planned(generic({ customRecipients, overrideRegisteredContactInformation: true }))).toEqual(['main sms'])
  })

  it('are told by the channel where custom recipients are looked up', () => {
    const customRecipients = [{ organizationNumber: '991825827' }, { mobileNumber: '+4799999999' }]
    expect(planned(generic({ customRecipients, overrideRegisteredContactInformation: true }))).toEqual([
      'main email',
      'main sms',
    ])
  })

  it('hold the words of the template in the language of the message', () => {
    const [main, reminder] = plan(
      generic({ notificationChannel: 'Sms', smsBody: 'Hugs fristen.', sendReminder: true }),
      {
        language: 'NN',
      },
    )
    expect(main?.body).toContain('frå $sendersName$. Hugs fristen. Logg deg inn')
    expect(reminder?.body).toContain('påminning')
    expect(reminder?.body).toContain('$sendersName$.  Logg deg inn')
  })

  it('are the sender’s own texts, as far as they are written', () => {
    expect(plan({ emailSubject: 'Nytt brev', emailContentType: 'Html', smsBody: 'Til ingen' })).toEqual([
      { phase: 'main', medium: 'email', subject: 'Nytt brev', body: '', html: true, fallback: false },
    ])
    expect(plan({ notificationChannel: 'Sms', emailSubject: 'Nytt brev', emailBody: 'Hei' })).toEqual([])
  })

  it('take the way a reminder is written from the first e-mail unless it says otherwise', () => {
    const html = (members: Record<string, JsonValue>) =>
      plan(generic({ emailContentType: 'Html', sendReminder: true, ...members })).map((message) => message.html)
    expect(html({})).toEqual([true, true])
    expect(html({ reminderEmailContentType: 'Plain' })).toEqual([true, false])
  })
})
