import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import type { EmailContent } from '../../../../worker/domain/message.ts'
import { toWireAddress } from '../../../../worker/providers/mail/wire-address.ts'
import { header } from '../../../../worker/providers/smtp/mime/header.ts'
import { writeMail } from '../../../../worker/providers/smtp/mime/message.ts'
import { stuffDots } from '../../../../worker/providers/smtp/session.ts'

const NOW_MS = Date.UTC(2026, 10, 22, 11, 0, 0)
const SHIPMENT_ID = '0b5c53f5-6c1a-8d2e-9b1f-0123456789ab'

function wire(address: string) {
  const written = toWireAddress(address)
  if (!written) throw new Error('not an address')
  return written
}

const content = (some: Partial<EmailContent> = {}): EmailContent => ({
  channel: 'email',
  from: 'noreply@altinn.no',
  subject: 'Engangskode',
  body: 'Koden er 428516.',
  contentType: 'Plain',
  ...some,
})

const write = (some: Partial<EmailContent> = {}, text?: string): string => {
  const all = content(some)
  const to = wire('ola.nordmann@example.com')
  return writeMail({ from: wire(all.from), to, reference: SHIPMENT_ID, content: all, text }, NOW_MS)
}

const oneKindOfLineEnd = (text: string): string => text.replaceAll(/\r\n|\r|\n/g, '\n')

/** As mail knows line ends; how many stand at the very end is the reader's own business. */
const lines = (text: string | undefined): string => oneKindOfLineEnd(text ?? '').replace(/\n+$/, '')

/** Any text that the edge lets through: no half surrogate pairs. */
const anyText = fc.string({ unit: 'binary', maxLength: 300 }).filter((text) => text.isWellFormed())
const hardText = fc
  .array(
    fc.oneof(
      anyText,
      fc.constantFrom(
        '\r\n',
        '\n',
        '\r',
        '.',
        '\r\n.\r\n',
        '..',
        '=',
        '=?',
        '?=',
        ' \n',
        '\t',
        'æøå',
        '😀',
        '👩‍👩‍👧',
        'From ',
      ),
      fc.constantFrom('x'.repeat(1_200), 'ø'.repeat(600), `--=_${SHIPMENT_ID}--`, '\u2028', '\u0000'),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''))
/** Any subject the domain makes: one line. */
const subject = anyText.map((text) => text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' '))

function expectMail(message: string): void {
  for (const line of message.split('\r\n')) {
    expect(line.length).toBeLessThanOrEqual(78)
    expect(line).toMatch(/^[\t\x20-\x7e]*$/)
  }
}

describe('a written mail', () => {
  it('has the headers that a mail from a machine has', async () => {
    const mail = await PostalMime.parse(write())
    expect(mail.from?.address).toBe('noreply@altinn.no')
    expect(mail.to?.map(({ address }) => address)).toEqual(['ola.nordmann@example.com'])
    expect(mail.messageId).toBe(`<${SHIPMENT_ID}@altinn.no>`)
    expect(mail.date).toBe('2026-11-22T11:00:00.000Z')
    expect(mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
    expect(mail.headers.map(({ key }) => key).sort()).toEqual([
      'auto-submitted',
      'content-transfer-encoding',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
    ])
  })

  it('carries an HTML mail with the text that it says', async () => {
    const body = '<p>Koden er <b>428516</b>, æøå 😀</p>'
    const message = write({ contentType: 'Html', body }, 'Koden er 428516, æøå 😀')
    const mail = await PostalMime.parse(message)
    expect([lines(mail.html), lines(mail.text)]).toEqual([body, 'Koden er 428516, æøå 😀'])
    expect(message.indexOf('text/plain')).toBeLessThan(message.indexOf('text/html'))
  })

  it('is the same text on the other side, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(hardText, hardText, async (body, text) => {
        const plain = write({ body })
        expectMail(plain)
        expect(lines((await PostalMime.parse(plain)).text)).toBe(lines(body))
        const html = write({ contentType: 'Html', body: `<i>${body}</i>` }, text)
        expectMail(html)
        const mail = await PostalMime.parse(html)
        expect(lines(mail.html)).toBe(`<i>${oneKindOfLineEnd(body)}</i>`)
        expect(lines(mail.text)).toBe(lines(text))
        expect(mail.attachments).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('has the subject that was asked for, and no header beside its own', async () => {
    const expected = (await PostalMime.parse(write())).headers.map(({ key }) => key)
    await fc.assert(
      fc.asyncProperty(subject, async (asked) => {
        const message = write({ subject: asked })
        expectMail(message)
        const mail = await PostalMime.parse(message)
        expect(mail.subject ?? '').toBe(asked)
        expect(mail.headers.map(({ key }) => key)).toEqual(expected)
        expect(lines(mail.text)).toBe('Koden er 428516.')
      }),
      { numRuns: 400 },
    )
  })

  it('is not written at all where a header would get a second line', () => {
    for (const attack of [
      'a\r\nBcc: b@example.com',
      'a\nb',
      'a\rb',
      'a\r\n\r\nbody',
      'a\u0000',
      'a\u0085b',
      'a\u2028b',
    ])
      expect(() => header('From', attack)).toThrow('several lines')
    expect(() => write({ subject: 'a\r\n Bcc: b@example.com' })).not.toThrow()
    expect(write({ subject: 'a\r\nBcc: b@example.com' })).not.toMatch(/^Bcc/m)
  })

  it('writes little-readable text as base64 and the rest as quoted-printable', () => {
    expect(write({ body: 'Engangskoden din er 428516. Den gjelder i to minutter, så bruk den straks.' })).toContain(
      'quoted-printable',
    )
    expect(write({ body: 'Ваш код: 428516' })).toContain('base64')
  })
})

describe('dots', () => {
  it('are doubled where they begin a line, so that none ends the mail', async () => {
    const message = write({ body: '.\r\n..\r\n.hidden\r\na.b\r\n.' })
    const sent = stuffDots(message)
    expect(sent).not.toContain('\r\n.\r\n')
    expect(sent.replaceAll(/(?<=^|\r\n)\.\./g, '.')).toBe(message)
  })
})
