import fc from 'fast-check'
import { SegmentedMessage } from 'sms-segments-calculator'
import { describe, expect, it } from 'vitest'
import { measureSms } from '../../../shared/text/segments.ts'

const GSM7 =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€'

describe('the size of an SMS', () => {
  it.each([
    ['', 'GSM-7', 0, 1],
    ['a'.repeat(160), 'GSM-7', 160, 1],
    ['a'.repeat(161), 'GSM-7', 161, 2],
    ['a'.repeat(306), 'GSM-7', 306, 2],
    ['a'.repeat(307), 'GSM-7', 307, 3],
    ['æøå'.repeat(53), 'GSM-7', 159, 1],
    ['€'.repeat(80), 'GSM-7', 160, 1],
    ['€'.repeat(81), 'GSM-7', 162, 2],
    ['ж'.repeat(70), 'UCS-2', 70, 1],
    ['ж'.repeat(71), 'UCS-2', 71, 2],
    ['ж'.repeat(134), 'UCS-2', 134, 2],
    ['ж'.repeat(135), 'UCS-2', 135, 3],
    ['Hei – kode 123', 'UCS-2', 14, 1],
    ['👍'.repeat(35), 'UCS-2', 70, 1],
  ])('of %j is right', (text, encoding, units, parts) => {
    expect(measureSms(text)).toMatchObject({ encoding, units, parts })
  })

  it('never lets a character lie across two parts', () => {
    // 152 septets leave one place in a part of 153: the escape and its second septet move on together.
    expect(measureSms('a'.repeat(152) + '€'.repeat(77)).parts).toBe(3)
    expect(measureSms('ж'.repeat(66) + '👍'.repeat(34)).parts).toBe(3)
  })

  it('counts the operator’s parts of 134, sixteen of which are 2 144 septets', () => {
    expect(measureSms('a'.repeat(2_144)).operatorParts).toBe(16)
    expect(measureSms('a'.repeat(2_145)).operatorParts).toBe(17)
    expect(measureSms('ж'.repeat(1_072)).operatorParts).toBe(16)
    expect(measureSms('ж'.repeat(1_073)).operatorParts).toBe(17)
  })

  it('names each character outside the GSM alphabet once, in order', () => {
    expect(measureSms('“Hei” – “hå” 👍').outsideGsm7).toEqual(['“', '”', '–', '👍'])
  })

  it('has room for as many units as its parts hold', () => {
    expect(measureSms('a').capacity).toBe(160)
    expect(measureSms('a'.repeat(200)).capacity).toBe(306)
    expect(measureSms('ж'.repeat(200)).capacity).toBe(201)
  })

  it('agrees with an independent calculator on any text of the GSM alphabet', () => {
    const text = fc.array(fc.constantFrom(...GSM7), { maxLength: 700 }).map((characters) => characters.join(''))
    fc.assert(
      fc.property(text, (message) => {
        const theirs = new SegmentedMessage(message, 'GSM-7', false)
        expect(measureSms(message).parts).toBe(Math.max(theirs.segmentsCount, 1))
      }),
      { numRuns: 500 },
    )
  })

  it('agrees with an independent calculator on Cyrillic, and on which alphabet a text needs', () => {
    const text = fc.array(fc.constantFrom(...GSM7, ...'абвгдежзик'), { minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(
        text.map((characters) => characters.join('')),
        (message) => {
          const theirs = new SegmentedMessage(message, 'auto', false)
          const ours = measureSms(message)
          expect(ours.encoding).toBe(theirs.encodingName)
          // CR LF is one character to the calculator and two to the standard.
          if (!message.includes('\r\n')) expect(ours.parts).toBe(theirs.segmentsCount)
        },
      ),
      { numRuns: 500 },
    )
  })
})
