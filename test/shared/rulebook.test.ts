import { createRulebook, notification, type Rule, type Severity } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import { SIGN } from '../../shared/text/signs.ts'

const words = (en: string) => ({ en, nb: en, nn: en })

/** A rule that its sentence names: the code is any that exists. */
const rule = (name: string, more: Partial<Rule>): Rule => ({
  code: 'malformed-text',
  severity: 'warning',
  sentences: { said: words(`${name} {value}`) },
  ...more,
})

/** Tells of each value that it is asked about. */
const echo = (name: string, more: Partial<Rule> = {}): Rule =>
  rule(name, {
    checkValue: ({ path, value }, _subject, tell) => tell({ sentence: 'said', path, data: { value } }),
    ...more,
  })

/** Tells once of each document that it is asked about. */
const once = (name: string, more: Partial<Rule> = {}): Rule =>
  rule(name, { check: () => [{ sentence: 'said', path: [] }], ...more })

function said(rules: readonly Rule[], document: object): readonly string[] {
  const subject = { ...notification.read(document), kind: notification }
  return createRulebook(rules)
    .findings(subject, 'en')
    .map(({ message }) => message)
}

const DOCUMENT = {
  emailSubject: 'A',
  smsBody: 'B',
  customRecipients: [{ mobileNumber: '1' }, { emailAddress: 'c@d' }],
}

describe('a rule about values', () => {
  it('meets the values of its roles, in the order of the document', () => {
    expect(said([echo('x', { roles: ['phone-number', 'email-subject'] })], DOCUMENT)).toEqual(['x A', 'x 1'])
  })

  it('meets every value with a role where it names none', () => {
    expect(said([echo('x')], DOCUMENT)).toEqual(['x A', 'x B', 'x 1', 'x c@d'])
  })

  it('meets only values with one of its signs, where it names any', () => {
    const signs = SIGN.at | SIGN.dollar
    expect(said([echo('x', { signs })], DOCUMENT)).toEqual(['x c@d'])
    expect(said([echo('x', { signs })], { smsBody: '$', emailBody: '%' })).toEqual(['x $'])
  })

  it('meets no value that is not text', () => {
    expect(said([echo('x')], { smsBody: 7, emailSubject: ['A'], emailBody: { b: 1 } })).toEqual([])
  })
})

describe('a rule about documents', () => {
  it('is asked once where there is something for it to look at', () => {
    const ofRecipients = once('x', { looksAt: ['custom-recipient'] })
    expect(said([ofRecipients], DOCUMENT)).toHaveLength(1)
    expect(said([ofRecipients], { smsBody: 'B' })).toEqual([])
    expect(said([once('x', { looksAt: ['sms-body'] })], DOCUMENT)).toHaveLength(1)
  })

  it('is asked about values spelt otherwise than properly', () => {
    const ofSpelling = once('x', { looksAt: ['respelling'] })
    expect(said([ofSpelling], { notificationChannel: 'Sms' })).toEqual([])
    expect(said([ofSpelling], { notificationChannel: 'sms' })).toHaveLength(1)
  })

  it('is always asked where it does not say what it looks at', () => {
    expect(said([once('x')], {})).toHaveLength(1)
  })
})

it('findings come in the order of the rules, whatever they look at', () => {
  const rules = [
    once('one'),
    echo('two', { roles: ['sms-body'] }),
    once('three'),
    echo('four', { roles: ['sms-body'] }),
  ]
  expect(said(rules, DOCUMENT).map((message) => message.split(' ')[0])).toEqual(['one', 'two', 'three', 'four'])
})

it('any number of rules may look at whole documents', () => {
  const rules = Array.from({ length: 100 }, (_, number) => once(`${number}`, { looksAt: ['sms-body'] }))
  expect(said(rules, DOCUMENT)).toEqual(rules.map((_, number) => `${number} {value}`))
})

it('a rule may look at values and at the whole', () => {
  const both = echo('x', { roles: ['sms-body'], check: () => [{ sentence: 'said', path: [] }] })
  expect(said([both], DOCUMENT)).toEqual(['x B', 'x {value}'])
})

describe('a rule with more to say than anyone reads', () => {
  const severities = ['warning', 'error'] as const
  const many = rule('x', {
    mayRefuse: true,
    check: () =>
      Array.from({ length: 5_000 }, (_, index) => ({
        sentence: 'said',
        path: [index],
        severity: severities[index < 4_000 ? 0 : 1],
        data: { value: index },
      })),
  })

  it('says a thousand things of each severity, and how many more there are', () => {
    const subject = { ...notification.read(DOCUMENT), kind: notification }
    const findings = createRulebook([many, once('y')]).findings(subject, 'en')
    expect(findings.filter(({ severity }) => severity === 'error')).toHaveLength(1_000)
    expect(findings).toHaveLength(2_001)
    const counted = findings.filter(({ more }) => more !== undefined)
    expect(counted).toMatchObject([{ message: 'x 999', more: 3_000 }])
  })
})

/** Makes rules that note that they are asked, and have nothing to say. */
function noteAsked() {
  const asked: string[] = []
  const noting = (name: string, more: Partial<Rule>): Rule =>
    rule(name, {
      check: () => {
        asked.push(name)
        return []
      },
      ...more,
    })
  return { asked, noting }
}

describe('one rule', () => {
  const subject = { ...notification.read(DOCUMENT), kind: notification }

  it('is asked alone whether it has something to say', () => {
    const { asked, noting } = noteAsked()
    const book = createRulebook([noting('this', {}), noting('another', { code: 'phone-number' })])
    expect(book.tells(subject, 'malformed-text')).toBe(false)
    expect(asked).toEqual(['this'])
    expect(createRulebook([once('x')]).tells(subject, 'malformed-text')).toBe(true)
    expect(createRulebook([echo('x')]).tells(subject, 'malformed-text')).toBe(true)
  })
})

describe('a refusal', () => {
  const subject = { ...notification.read(DOCUMENT), kind: notification }
  const refuses = (...rules: readonly Rule[]): boolean => createRulebook(rules).refuses(subject)
  const weighing = (severity: Severity): Partial<Rule> => ({
    check: () => [{ sentence: 'said', path: [], severity }],
  })

  it('is an error of any rule', () => {
    expect(refuses(once('x', { severity: 'error' }))).toBe(true)
    expect(refuses(echo('x'), echo('y', { severity: 'error' }))).toBe(true)
    expect(refuses(echo('x', { severity: 'information' }), once('y'))).toBe(false)
    expect(refuses(rule('x', { severity: 'error', ...weighing('warning') }))).toBe(false)
    expect(refuses(rule('x', { mayRefuse: true, ...weighing('error') }))).toBe(true)
  })

  it('is looked for without the rules that only advise', () => {
    const { asked, noting } = noteAsked()
    refuses(noting('advises', {}), noting('refuses', { severity: 'error' }), noting('may refuse', { mayRefuse: true }))
    expect(asked).toEqual(['refuses', 'may refuse'])
  })

  it('comes from no rule that has not said that it may refuse', () => {
    expect(() => said([rule('x', weighing('error'))], DOCUMENT)).toThrow('mayRefuse')
  })
})
