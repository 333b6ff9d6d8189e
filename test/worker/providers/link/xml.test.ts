import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { childTextOf, readXml, type XmlElement } from '../../../../worker/providers/link/xml/read-xml.ts'
import { element, escapeText, isWritable } from '../../../../worker/providers/link/xml/write-xml.ts'

const reading = (document: string): XmlElement | 'malformed' => {
  const read = readXml(document)
  return read.ok ? read.value : read.failure
}

const someText = fc
  .array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('<', '&', ']]>', '&amp;', '"', "'", '\r\n', 'æøå', '😀')),
  )
  .map((pieces) => pieces.join(''))

describe('what is written as XML', () => {
  it('is read as it was meant, and is ASCII on the way', () => {
    fc.assert(
      fc.property(someText.filter(isWritable), (text) => {
        const document = `<?xml version="1.0"?>${element('A', element('B', escapeText(text)))}`
        expect(document).toMatch(/^[\x20-\x7e]*$/)
        const read = reading(document)
        expect(read === 'malformed' ? read : read.children[0]?.text).toBe(text)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is nothing that XML has no way to write', () => {
    for (const text of ['\u0000', 'a\f', '\uD800', '\uFFFF']) expect(() => escapeText(text)).toThrow('cannot carry')
  })
})

describe('a document', () => {
  it('may have a declaration, a document type, comments, attributes, empty elements and CDATA', () => {
    const read = reading(
      `\uFEFF<?xml version="1.0" encoding="iso-8859-1"?>\n<!DOCTYPE L SYSTEM "http://127.0.0.1:9/x.dtd">
       <L><!-- <X> --><A b="1" c='2'> &lt;&#230;&#xE6;&amp;&quot;&apos; </A><B/><C><![CDATA[<&]]></C></L>`,
    )
    if (read === 'malformed') throw new Error(read)
    expect(read.children.map(({ name }) => name)).toEqual(['A', 'B', 'C'])
    expect([childTextOf(read, 'A'), childTextOf(read, 'B'), childTextOf(read, 'C')]).toEqual([
      '<ææ&"\'',
      undefined,
      '<&',
    ])
  })

  it('has no entities of its own, so neither files nor floods come in', () => {
    expect(reading('<!DOCTYPE L [<!ENTITY x SYSTEM "file:///etc/passwd">]><L>&x;</L>')).toBe('malformed')
    expect(reading('<!DOCTYPE L [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><L>&b;</L>')).toBe('malformed')
    expect(reading('<!DOCTYPE L [<!ENTITY a "aa">]><L>quiet</L>')).toMatchObject({ text: 'quiet' })
  })

  it('is refused where it is not well-formed', () => {
    for (const document of [
      '',
      'text',
      '<A>',
      '</A>',
      '<A></B>',
      '<A><B></A></B>',
      '<A/><B/>',
      '<A/>x',
      '<A>&nope;</A>',
      '<A>&constructor;</A>',
      '<A>& b</A>',
      '<A>&#0;</A>',
      '<A>&#x110000;</A>',
      '<A b=c/>',
      '<1/>',
      '<A>< /A>',
      '<A>'.repeat(17) + '</A>'.repeat(17),
    ])
      expect(reading(document), document).toBe('malformed')
  })

  it('is read in time that grows with its size, and never makes the reader throw', () => {
    const startedMs = performance.now()
    for (const piece of ['<A>', '&amp;', '<A b="1" ', '<!DOCTYPE ', '<![CDATA[', '<!--', '&', ' ', '<A '])
      readXml(`<A>${piece.repeat(20_000)}</A>`)
    expect(performance.now() - startedMs).toBeLessThan(5_000)
    fc.assert(fc.property(someText, (text) => void readXml(text)))
  })
})
