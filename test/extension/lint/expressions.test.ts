import { describe, expect, it } from 'vitest'
import { fixed, found } from '../support/judged-file.ts'

describe('what a program writes is read as it is run', () => {
  it('a number below zero', () => {
    const script = (seconds: string) =>
      `send({ idempotencyId: id, recipientSms: { phoneNumber: phone, timeToLiveInSeconds: ${seconds}, smsSettings: { body: 'Hei' } } })`
    for (const seconds of ['-1', '- 300', '-1_000']) {
      expect(found('a.ts', script(seconds))).toEqual([`time-to-live ${seconds}`])
      expect(fixed('a.ts', script(seconds))).toBe(script('60'))
    }
    expect(found('a.ts', script('-seconds'))).toEqual([])
    expect(found('a.ts', script('limit - 1'))).toEqual([])
    const csharp = `var a = new Sms { IdempotencyId = id, RecipientSms = new() { PhoneNumber = phone, TimeToLiveInSeconds = -300, SmsSettings = new() { Body = body } } };`
    expect(found('A.cs', csharp)).toEqual(['time-to-live -300'])
  })

  it('a number with its digits in groups, which is changed as a whole', () => {
    const script = (seconds: string) =>
      `send({ idempotencyId: id, recipientSms: { phoneNumber: phone, timeToLiveInSeconds: ${seconds}, smsSettings: { body: 'Hei' } } })`
    for (const seconds of ['300_000', '172_801', '1_000_000'])
      expect(fixed('a.ts', script(seconds))).toBe(script('172800'))
  })

  it('a number with nothing but zeros behind its point, which JavaScript writes as a whole one', () => {
    const script = (seconds: string) =>
      `send({ idempotencyId: id, recipientSms: { phoneNumber: phone, timeToLiveInSeconds: ${seconds}, smsSettings: { body: 'Hei' } } })`
    for (const seconds of ['300.0', '300.', '300.00']) expect(found('a.ts', script(seconds))).toEqual([])
    expect(found('a.ts', script('300.5'))).toEqual(['schema 300.5'])
    expect(found('a.ts', script('1_000_000.0'))).toEqual(['time-to-live 1_000_000.0'])
    expect(fixed('a.ts', script('1_000_000.0'))).toBe(script('172800'))
  })

  it('a number with a letter for its type, where a unit would make another of it', () => {
    const powershell = (seconds: string) =>
      `$body = @{ idempotencyId = $id; recipientSms = @{ phoneNumber = $phone; timeToLiveInSeconds = ${seconds}; smsSettings = @{ body = 'Hei' } } } | ConvertTo-Json -Depth 5`
    expect(found('a.ps1', powershell('1kb'))).toEqual([])
    expect(found('a.ps1', powershell('1L'))).toEqual(['time-to-live 1L'])
  })

  it('a name in brackets and quotes, which another name in brackets is not', () => {
    const script = (name: string) =>
      `send({ idempotencyId: id, [${name}]: { phoneNumber: '99999999', timeToLiveInSeconds: 300, smsSettings: { ['bdy']: 'Hei' } } })`
    expect(found('a.js', script("'recipientSms'"))).toEqual(["phone-number '99999999'", "unknown-member 'bdy'"])
    expect(found('a.js', script('NAME'))).toEqual([])
    expect(found('a.js', script("'recipient' + channel"))).toEqual([])
  })

  it('a request whose telling name has a slip', () => {
    const script = `send({ idempotencyId: id, recipentSms: { phoneNumber: phone, timeToLiveInSeconds: 300, smsSettings: { body: 'Se altinn.no' } } })`
    expect(found('a.ts', script)).toContain('unknown-member recipentSms')
    const java = `String a = "{\\"recipentSms\\":{\\"phoneNumber\\":\\"+4799999999\\",\\"timeToLiveInSeconds\\":300,\\"smsSettings\\":{}}}";`
    expect(found('A.java', java)).toContain('unknown-member \\"recipentSms\\"')
  })

  it('a member with a type of its own', () => {
    const script = (phone: string) =>
      `send({ idempotencyId: id as string, recipientSms: { phoneNumber: ${phone} as Phone, timeToLiveInSeconds: 300, smsSettings: { body: 'Se altinn.no' satisfies string } } } as const)`
    expect(found('a.ts', script("'99999999'"))).toEqual(["phone-number '99999999'", 'link-forbidden altinn.no'])
    expect(found('a.ts', script('phone'))).toEqual(['link-forbidden altinn.no'])
  })

  it('a text whose margin is taken away', () => {
    const text = `val n = Notification(notificationChannel = NotificationChannel.Sms, smsBody = """\n  Se altinn.no\n""".trimIndent())`
    expect(found('A.kt', text)).toEqual(['link-forbidden altinn.no'])
  })

  it('what C# copies with another value', () => {
    const text = `var next = order with { RecipientSms = new() { PhoneNumber = "99999999", TimeToLiveInSeconds = 300, SmsSettings = settings with { Body = "Se altinn.no" } } };`
    expect(found('A.cs', text)).toEqual(['phone-number "99999999"', 'link-forbidden altinn.no'])
  })

  it('members of a class that no request has, however many', () => {
    const text = `return new NotificationEntity { Id = id, NotificationChannel = Channel.Sms, CorrespondenceId = letter, SendReminder = false, SmsBody = "Hei", Created = now };`
    expect(found('A.cs', text)).toEqual([])
    const channel = text.replace('"Hei"', '"Se altinn.no"')
    expect(found('A.cs', channel)).toEqual(['link-forbidden altinn.no'])
  })
})
