import { describe, expect, it } from 'vitest'
import { fileForm } from '../../../extension/document/file-form.ts'
import { applyTextEdits } from '../../../extension/document/text-edit.ts'
import { findingsOfFile, lintFile } from '../../../extension/lint/lint-file.ts'
import { DEFAULT_LINT_OPTIONS } from '../../../extension/lint/options.ts'
import { fixText } from '../../../extension/repair/fix-file.ts'
import { createOffers } from '../../../extension/repair/offers.ts'

const formOf = (name: string) => {
  const form = fileForm(name)
  if (!form) throw new Error(`no form for ${name}`)
  return form
}

const findingsIn = (name: string, text: string) => findingsOfFile(lintFile(text, formOf(name), DEFAULT_LINT_OPTIONS))
const codes = (name: string, text: string) => findingsIn(name, text).map(({ code }) => code)
const fixed = (name: string, text: string) => fixText(text, formOf(name), DEFAULT_LINT_OPTIONS)

const sms = (comment = '') => `{
  "idempotencyId": "a",
  "recipientSms": {
    ${comment}
    "phoneNumber": "99999999",
    "timeToLiveInSeconds": 30,
    "smsSettings": { "body": "Hei" }
  }
}`

const JSONC = 'a.notification.jsonc'

describe('a comment says that a finding is all right', () => {
  it.each([
    ['on the next line', sms('// straks-disable-next-line phone-number'), ['time-to-live']],
    ['on the next line, with a reason', sms('/* straks-disable-next-line phone-number -- a test */'), ['time-to-live']],
    ['of every kind on the next line', sms('// straks-disable-next-line'), ['time-to-live']],
    ['of another kind', sms('// straks-disable-next-line sms-parts'), ['phone-number', 'time-to-live']],
    ['on its own line', sms().replace('9",', '9", // straks-disable-line phone-number'), ['time-to-live']],
    ['of every kind on its own line', sms().replace('30,', '30, /* straks-disable-line */'), ['phone-number']],
    [
      'on the next line and on its own',
      sms('// straks-disable-next-line phone-number').replace(
        '9",\n',
        '9", "timeToLive": 1, // straks-disable-line unknown-member\n',
      ),
      ['time-to-live'],
    ],
    ['in the whole file', `// straks-disable phone-number, time-to-live\n${sms()}`, []],
    ['of every kind in the whole file', `/* straks-disable */\n${sms()}`, []],
    ['in words of another meaning', `// straks-disabled\n${sms()}`, ['phone-number', 'time-to-live']],
  ])('%s', (_, text, left) => {
    expect(codes(JSONC, text)).toEqual(left)
  })

  it.each([
    ['a.http', `# straks-disable time-to-live\nPOST x\n\n${sms('# straks-disable-next-line phone-number')}\n`],
    [
      'a.bru',
      `body:json {\n${sms('// straks-disable-next-line phone-number, time-to-live')
        .replace(/\n +"timeToLive/, ' "timeToLive')
        .replaceAll(/^/gm, '  ')}\n}\n`,
    ],
    ['a.md', `<!-- straks-disable -->\n\n\`\`\`json\n${sms()}\n\`\`\`\n`],
    [
      'a.ts',
      "// straks-disable time-to-live\nsend({\n  recipientSms: {\n    // straks-disable-next-line phone-number\n    phoneNumber: '99999999',\n    timeToLiveInSeconds: 30,\n    smsSettings: { body: 'Hei' } } })\n",
    ],
    [
      'a.cs',
      'var a = new { idempotencyId = id, recipientSms = new {\n  // straks-disable-next-line phone-number, time-to-live\n  phoneNumber = "99999999", timeToLiveInSeconds = 30, smsSettings = new { body = "Hei" } } };\n',
    ],
  ])('in %s', (name, text) => {
    expect(codes(name, text.replaceAll('straks-disable', 'straks-enable'))).toEqual(['phone-number', 'time-to-live'])
    expect(codes(name, text)).toEqual([])
    expect(fixed(name, text)).toBe(text)
  })

  it.each(['', '> '])('of a whole block of Markdown after %j, and of no other', (mark) => {
    const block = (fence: string) => `${fence}json\n${sms()}\n${fence}`
    const text = `<!-- straks-disable-next-line time-to-live -->\n${block('````')}\n\n${block('```')}\n`
    const quoted = text.replaceAll(/^/gm, mark)
    expect(codes('a.md', quoted)).toEqual(['phone-number', 'phone-number', 'time-to-live'])
  })

  it('and it is not repaired, while what stands beside it is', () => {
    const text = sms('// straks-disable-next-line phone-number')
    expect(fixed(JSONC, text)).toBe(text.replace('30', '60'))
    const [finding] = findingsIn(JSONC, text)
    const [offer] = finding ? createOffers(formOf(JSONC), DEFAULT_LINT_OPTIONS)(finding) : []
    expect(applyTextEdits(text, offer?.edits ?? [])).toBe(text.replace('30', '60'))
  })

  it.each([
    ['// straks-disable-next-line phone-numbr', 'phone-numbr', ' Did you mean `phone-number`?'],
    ['// straks-disable-next-line phone-number, zzz -- why', 'zzz', ''],
    ['/* straks-disable-next-line Phone-Number */', 'Phone-Number', ' Did you mean `phone-number`?'],
    ['// straks-disable-next-line phone-number time-to-liv', 'time-to-liv', ' Did you mean `time-to-live`?'],
    ['// straks-disable øæå: a reason', 'øæå', ''],
  ])('that names no rule is told: %s', (comment, written, meant) => {
    const text = sms(comment)
    const [told] = findingsIn(JSONC, text).filter(({ code }) => code === 'json-syntax')
    expect(told).toMatchObject({
      severity: 'warning',
      message: `There is no rule \`${written}\`: this comment changes nothing.${meant}`,
    })
    expect(text.slice(told?.start, told?.end)).toBe(written)
    expect(fixed(JSONC, text)).toContain('"timeToLiveInSeconds": 60')
  })

  it('with a reason in words behind the rule, which are no rules', () => {
    expect(codes(JSONC, sms('// straks-disable-next-line phone-number refused on purpose'))).toEqual(['time-to-live'])
  })

  it('but not in JSON, which has no comments', () => {
    expect(codes('a.notification.json', `// straks-disable\n${sms()}`)).toContain('phone-number')
  })
})
