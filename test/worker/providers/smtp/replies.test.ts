import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCapabilities } from '../../../../worker/providers/smtp/capabilities.ts'
import { type Reply, ReplyReader } from '../../../../worker/providers/smtp/reply.ts'
import { outcomeOf, type SmtpStage } from '../../../../worker/providers/smtp/reply-codes.ts'

describe('a reply', () => {
  it('is read in one piece or in many', () => {
    const text = '250-mail.example says hello\r\n250-SIZE 1000\r\n250 2.1.0 SMTPUTF8\r\n'
    fc.assert(
      fc.property(fc.array(fc.nat(text.length - 1), { maxLength: 8 }), (cuts) => {
        const reader = new ReplyReader()
        const places = [0, ...cuts.sort((a, b) => a - b), text.length]
        const pieces = places.slice(1).map((end, index) => text.slice(places[index], end))
        const replies = pieces.map((piece) => reader.read(piece)).filter((reply) => reply !== undefined)
        expect(replies).toEqual([
          { code: 250, enhanced: '2.1.0', lines: ['mail.example says hello', 'SIZE 1000', '2.1.0 SMTPUTF8'] },
        ])
        expect(reader.holdsMore).toBe(false)
      }),
    )
  })

  it('may be a bare code, and may end its lines as it likes', () => {
    expect(new ReplyReader().read('354\n')).toEqual({ code: 354, enhanced: undefined, lines: [''] })
  })

  it('is none where a server speaks another language or never comes to an end', () => {
    expect(new ReplyReader().read('HTTP/1.1 400 Bad Request\r\n')).toBe('malformed')
    expect(new ReplyReader().read('2500 ok\r\n')).toBe('malformed')
    expect(new ReplyReader().read('x'.repeat(65_537))).toBe('malformed')
    expect(new ReplyReader().read(`250 ${'x'.repeat(3_000)}\r\n`)).toBe('malformed')
    expect(new ReplyReader().read('250-\r\n'.repeat(10_000))).toBe('malformed')
    const dripping = new ReplyReader()
    expect(Array.from({ length: 1_000 }, () => dripping.read('250-\r\n'))).toContain('malformed')
    const endless = new ReplyReader()
    const answers = Array.from({ length: 100 }, () => endless.read(`250-${'x'.repeat(1_000)}\r\n`))
    expect(answers).toContain('malformed')
  })

  it('never makes the reader throw or hang, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (pieces) => {
        const reader = new ReplyReader()
        for (const piece of pieces) reader.read(piece)
      }),
    )
  })
})

describe('the reply to EHLO', () => {
  it('tells what the server can do, in any case and in the old way of AUTH', () => {
    const reply: Reply = {
      code: 250,
      enhanced: undefined,
      lines: ['mail.example', 'starttls', 'AUTH=PLAIN LOGIN', 'SIZE 1000', '8BITMIME'],
    }
    expect([...parseCapabilities(reply)]).toEqual([
      ['STARTTLS', []],
      ['AUTH', ['PLAIN', 'LOGIN']],
      ['SIZE', ['1000']],
      ['8BITMIME', []],
    ])
  })
})

describe('a refusal', () => {
  const TABLE: readonly (readonly [SmtpStage, number, string | undefined, string])[] = [
    ['recipient', 550, '5.1.1', 'Email_Failed_Bounced'],
    ['recipient', 550, '5.1.3', 'Email_Failed_InvalidFormat'],
    ['recipient', 552, '5.2.2', 'Email_Failed_Bounced'],
    ['recipient', 550, '5.7.1', 'unavailable'],
    ['recipient', 554, '5.7.0', 'unavailable'],
    ['recipient', 550, '5.7.26', 'unavailable'],
    ['recipient', 550, '5.7.17', 'Email_Failed_Bounced'],
    ['message', 550, '5.7.1', 'Email_Failed_FilteredSpam'],
    ['message', 552, '5.3.4', 'Email_Failed'],
    ['recipient', 553, '5.6.7', 'Email_Failed_InvalidFormat'],
    ['recipient', 550, undefined, 'Email_Failed_Bounced'],
    ['recipient', 501, undefined, 'Email_Failed_InvalidFormat'],
    ['recipient', 550, '5.9.9', 'Email_Failed_Bounced'],
    ['message', 554, undefined, 'Email_Failed'],
    ['message', 554, '5.9.9', 'Email_Failed'],
    ['mail', 550, '5.1.1', 'Email_Failed'],
    ['recipient', 450, '4.2.1', 'unavailable'],
    ['recipient', 450, '5.1.1', 'unavailable'],
    ['mail', 421, undefined, 'unavailable'],
    ['message', 451, '4.7.1', 'unavailable'],
    ['mail', 530, '5.7.0', 'unavailable'],
    ['login', 535, '5.7.8', 'unavailable'],
    ['greeting', 554, undefined, 'unavailable'],
    ['hello', 502, undefined, 'unavailable'],
    ['message', 354, undefined, 'uncertain'],
    ['data', 250, undefined, 'unavailable'],
  ]

  it.each(TABLE)('at %s with %i %s means %s', (stage, code, enhanced, expected) => {
    const outcome = outcomeOf(stage, { code, enhanced })
    expect(outcome.kind === 'refused' ? outcome.status : outcome.kind).toBe(expected)
    expect(outcome.code).toBe(enhanced === undefined ? String(code) : `${code} ${enhanced}`)
  })

  it.each([
    ['recipient', 452, '4.2.2', true],
    ['recipient', 450, undefined, true],
    ['recipient', 451, '4.7.1', true],
    ['recipient', 452, '4.3.1', false],
    ['recipient', 421, undefined, false],
    ['message', 452, '4.2.2', true],
    ['message', 451, undefined, false],
    ['mail', 450, '4.2.2', false],
    ['recipient', 550, '5.7.1', false],
  ] as const)('at %s with %i %s concerns the recipient alone: %s', (stage, code, enhanced, concernsRecipient) => {
    expect(outcomeOf(stage, { code, enhanced })).toEqual({
      kind: 'unavailable',
      code: enhanced === undefined ? String(code) : `${code} ${enhanced}`,
      ...(concernsRecipient && { concerns: 'message' }),
    })
  })

  it.each([
    [550, '5.1.1', 'hard'],
    [550, '5.2.1', 'hard'],
    [550, '5.0.0', 'hard'],
    [550, undefined, 'hard'],
    [552, '5.2.2', 'soft'],
    [550, '5.2.2', 'soft'],
    [552, undefined, 'soft'],
    [550, '5.1.3', undefined],
    [452, '4.2.2', undefined],
  ])('of a recipient with %i %s comes back for good or for now: %s', (code, enhanced, bounce) => {
    expect(outcomeOf('recipient', { code, enhanced }).bounce).toBe(bounce)
  })

  it('is never more than the table knows, whatever the server says', () => {
    for (const enhanced of ['__proto__', 'constructor', '5.1.1 toString'])
      expect(outcomeOf('message', { code: 554, enhanced })).toMatchObject({ kind: 'refused', status: 'Email_Failed' })
  })
})
