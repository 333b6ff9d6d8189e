import type { Example, JsonValue } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import { findingsIn, findingsOfRule, repairedBy, valueAt } from './judging.ts'

const notification = (members: { readonly [name: string]: JsonValue }): Example => ({
  kind: 'notification',
  document: { notificationTemplate: 'GenericAltinnMessage', notificationChannel: 'Email', ...members },
})

const sms = (
  body: string,
  timeToLiveInSeconds = 120,
  request: { readonly [name: string]: JsonValue } = {},
): Example => ({
  kind: 'instant-sms',
  document: {
    idempotencyId: '94e9d0f6-7a3d-4a20-b5a7-445fb207f9bb',
    ...request,
    recipientSms: { phoneNumber: '+4799999999', timeToLiveInSeconds, smsSettings: { body } },
  },
})

/** What a rule underlines in a text. */
const underlined = (example: Example, code: string, path: readonly string[]): readonly string[] => {
  const text = String(valueAt(example.document, path))
  return findingsOfRule(example, code).map(({ span }) => text.slice(span?.start, span?.end))
}

describe('what is underlined', () => {
  it('is the link, the keyword, the excess, the tag', () => {
    const emailBody = 'Se altinn.no og https://nav.no/x, $recipentName$ og $SendersName$, {{recipientName}}'
    const example = notification({ emailBody, emailSubject: 'x'.repeat(130) })
    expect(underlined(example, 'link-forbidden', ['emailBody'])).toEqual(['altinn.no', 'https://nav.no/x'])
    expect(underlined(example, 'keyword-unknown', ['emailBody'])).toEqual(['$recipentName$'])
    expect(underlined(example, 'keyword-case', ['emailBody'])).toEqual(['$SendersName$'])
    expect(underlined(example, 'keyword-broken', ['emailBody'])).toEqual(['{{recipientName}}'])
    expect(underlined(example, 'length-limit', ['emailSubject'])).toEqual(['xx'])
    expect(underlined(notification({ emailBody: 'Hei <b>du</b>' }), 'html-content-type', ['emailBody'])).toEqual([
      '<b>',
    ])
  })

  it('is the code in a reference and the number in a text', () => {
    const example = sms('Code 428516', 120, { sendersReference: 'otp/428516/x' })
    expect(underlined(example, 'otp-in-reference', ['sendersReference'])).toEqual(['428516'])
    const personal = notification({ smsBody: 'Gjelder 08900499559.' })
    expect(underlined(personal, 'personal-data', ['smsBody'])).toEqual(['08900499559'])
  })
})

describe('the six texts of a notification', () => {
  it.each([
    ['emailSubject', 128],
    ['emailBody', 10_000],
    ['smsBody', 2_144],
    ['reminderEmailSubject', 128],
    ['reminderEmailBody', 10_000],
    ['reminderSmsBody', 2_144],
  ])('may be long: %s up to %i characters, and not one more', (name, limit) => {
    expect(findingsOfRule(notification({ [name]: 'a'.repeat(limit) }), 'length-limit')).toEqual([])
    const [finding] = findingsOfRule(notification({ [name]: 'a'.repeat(limit + 1) }), 'length-limit')
    expect(finding).toMatchObject({ severity: 'error', path: [name] })
  })

  it('must hold no links, which are replaced by the official words', () => {
    const example = notification({
      smsBody: 'Du har fått brev fra oss. Les det på altinn.no eller https://example.com/x',
    })
    const findings = findingsOfRule(example, 'link-forbidden')
    expect(findings.map(({ severity }) => severity)).toEqual(['error', 'error'])
    const whole = findings.toReversed().reduce((repairing, finding) => repairedBy(repairing, finding), example)
    expect(valueAt(whole.document, ['smsBody'])).toBe(
      'Du har fått brev fra oss. Les det på Altinns nettside eller våre nettsider',
    )
  })

  it('are measured with the longest names that their keywords can become', () => {
    const nearlyFull = 'a'.repeat(2_000)
    const severitiesOf = (smsBody: string, notificationTemplate: string) =>
      findingsOfRule(notification({ smsBody, notificationTemplate }), 'sms-parts').map(({ severity }) => severity)
    expect(severitiesOf(`${nearlyFull}$recipientNumber$`, 'CustomMessage')).toEqual(['information'])
    expect(severitiesOf(`${nearlyFull}$sendersName$`, 'CustomMessage')).toEqual(['information', 'warning'])
    expect(severitiesOf(nearlyFull, 'CustomMessage')).toEqual(['information'])
    expect(severitiesOf(nearlyFull, 'GenericAltinnMessage')).toEqual(['information', 'warning'])
  })
})

describe('an instant message', () => {
  it('is not refused for its length, its links or its keywords', () => {
    const body = `Koden er 428516, $recipientName$. https://example.com ${'a'.repeat(1_500)}`
    const findings = findingsIn(sms(body, 120))
    expect(findings.length).toBeGreaterThan(2)
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('is told how many characters to remove to save a part', () => {
    const [finding] = findingsOfRule(sms('a'.repeat(163)), 'sms-parts')
    expect(finding?.message).toContain('Remove 3 characters ')
  })

  it.each([
    ['a character that may not lie across two parts', '😀'.repeat(536), 1_056],
    ['a character that counts twice', '{'.repeat(1_224), 1_072],
    ['letters of the SMS alphabet', 'a'.repeat(2_145), 2_144],
    ['other letters', 'ł'.repeat(1_073), 1_072],
    ['a last character that is of no SMS alphabet', `${'a'.repeat(2_000)}😀`, 2_000],
  ])('is told how much of it can be sent: of %s', (_what, body, most) => {
    const roomIn = (written: string) =>
      findingsOfRule(sms(written), 'sms-parts').find(({ severity }) => severity === 'error')
    expect(roomIn(body)?.message).toContain(`Shorten it to ${most} characters`)
    expect(roomIn(body.slice(0, most))).toBeUndefined()
  })

  it('is told how long its code should live', () => {
    const codesOf = (example: Example) =>
      findingsIn(example)
        .filter(({ path }) => path.at(-1) === 'timeToLiveInSeconds')
        .map(({ code, severity }) => `${code} ${severity}`)
    const body = 'Engangskoden din er 428516. Den er gyldig i 10 minutter.'
    expect(codesOf(sms(body, 600))).toEqual(['time-to-live information'])
    expect(codesOf(sms(body, 900))).toEqual(['otp-validity warning', 'time-to-live information'])
    expect(codesOf(sms(body, 300))).toEqual(['otp-validity information'])
    expect(codesOf(sms(body, 30))).toEqual(['otp-validity information', 'time-to-live warning'])
    expect(codesOf(sms('Veien er åpen igjen.', 900))).toEqual([])
  })
})
