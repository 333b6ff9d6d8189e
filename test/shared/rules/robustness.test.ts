import { applyFix, documentKinds, type Example, type JsonValue, LANGUAGES, lint, recognise } from '@straks/shared'
import { rulePages } from '@straks/shared/rule-pages'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../support/runs.ts'
import { threadMilliseconds } from '../../support/thread-time.ts'
import { findingsIn, valueAt } from './judging.ts'

const examples: readonly Example[] = Object.values(rulePages).flatMap((page) => Object.values(page.examples()).flat())

/** What an instant message may be refused for: Altinn takes anything else. */
const INSTANT_ERRORS = new Set([
  'schema',
  'required-text',
  'phone-number',
  'email-address',
  'destination-not-allowed',
  'time-to-live',
  'sms-parts',
  'sender-name',
  'malformed-text',
])

const json: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<JsonValue>(null, true, false, 0, -1, 1.5, 1e21, '', ' ', '$recipientName$', 'https://altinn.no'),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('emailAddress', 'recipients', '__proto__', 'constructor', 'x'), tie('value')),
  ),
})).value

/** A document with the value at one of its places replaced by something else. */
function mutate(value: JsonValue, choices: readonly number[], replacement: JsonValue): JsonValue {
  const [choice, ...rest] = choices
  if (choice === undefined || typeof value !== 'object' || value === null) return replacement
  if (Array.isArray(value)) {
    const list: readonly JsonValue[] = value
    const index = choice % Math.max(1, list.length)
    return list.map((item, at) => (at === index ? mutate(item, rest, replacement) : item))
  }
  const entries = Object.entries(value)
  const index = choice % Math.max(1, entries.length)
  return Object.fromEntries(
    entries.map(([key, member], at) => [key, at === index ? mutate(member, rest, replacement) : member]),
  )
}

const mutated: fc.Arbitrary<Example> = fc
  .tuple(fc.constantFrom(...examples), fc.array(fc.nat(20), { maxLength: 5 }), json)
  .map(([{ kind, document }, choices, replacement]) => ({ kind, document: mutate(document, choices, replacement) }))

describe('the judge', () => {
  it('judges any JSON as any kind of request without failing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), json), fc.constantFrom(...documentKinds), (value, kind) => {
        recognise(value)
        for (const language of LANGUAGES) lint(kind, value, language)
      }),
      { numRuns: 500 },
    )
  })

  it('judges requests with one thing wrong without failing, at places that they have', () => {
    fc.assert(
      fc.property(mutated, (example) => {
        for (const { path, span, related = [] } of findingsIn(example)) {
          for (const place of [path, ...related.map((other) => other.path)]) {
            const holder = place.length === 0 ? example.document : valueAt(example.document, place.slice(0, -1))
            expect(holder).toBeDefined()
          }
          if (!span) continue
          const text = valueAt(example.document, path)
          expect(typeof text).toBe('string')
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeLessThanOrEqual(String(text).length)
        }
      }),
      { numRuns: runs(2_000) },
    )
  })

  it('offers only repairs that change something and leave a document that can be judged', () => {
    fc.assert(
      fc.property(mutated, (example) => {
        for (const { repairs = [] } of findingsIn(example)) {
          for (const repair of repairs) {
            const document = applyFix(example.document, repair)
            expect(document).not.toEqual(example.document)
            findingsIn({ kind: example.kind, document })
          }
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('refuses an instant message only for what the edge answers 400 to', () => {
    fc.assert(
      fc.property(mutated, (example) => {
        if (!example.kind.startsWith('instant')) return
        const refused = findingsIn(example).filter(({ severity }) => severity === 'error')
        for (const { code } of refused) expect(INSTANT_ERRORS).toContain(code)
      }),
      { numRuns: 1_000 },
    )
  })

  it('finds the same mistakes beside a value of a wrong type', () => {
    const document = {
      correspondence: {
        content: 7,
        notification: {
          notificationTemplate: { not: 'text' },
          sendReminder: 'yes',
          emailSubject: 12,
          customRecipients: [null, { mobileNumber: 5 }, { emailAddress: 'nobody' }],
          emailBody: 'See https://example.com, $recipentName$',
        },
      },
      recipients: [{}, '991825827'],
    }
    const codes = findingsIn({ kind: 'correspondence', document }).map(({ code }) => code)
    for (const code of [
      'schema',
      'link-forbidden',
      'keyword-unknown',
      'email-address',
      'message-recipient',
      'custom-recipient-main-recipients',
      'channel-missing',
    ])
      expect(codes).toContain(code)
  })

  it('takes time in proportion to a text, however it is made', () => {
    const hostile = ['$', '$a', '$a$', '$recipientName', '$recipientNames$', '{recipientName}', '<', '<a ', '<img ']
    hostile.push('&amp', '{{', '1 ', '123456 ', '+47 9', '@a.b', '[', 'a.', 'https://', 'kode 1234', '\ud83c')
    for (const piece of hostile) {
      const text = piece.repeat(100_000 / piece.length)
      const document = { emailSubject: 'x', emailBody: text, emailContentType: 'Html', smsBody: text.slice(0, 2_000) }
      const took = threadMilliseconds(() => findingsIn({ kind: 'notification', document }))
      expect(took, piece).toBeLessThan(3_000)
    }
  })
})
