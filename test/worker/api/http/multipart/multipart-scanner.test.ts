import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundaryOf } from '../../../../../worker/api/http/multipart/boundary.ts'
import { dispositionOf } from '../../../../../worker/api/http/multipart/content-disposition.ts'
import { MalformedMultipart, MultipartScanner } from '../../../../../worker/api/http/multipart/multipart-scanner.ts'
import { fieldTextOf, partsOf } from '../../../../../worker/api/http/multipart/read-parts.ts'
import { runs } from '../../../../support/runs.ts'

const encoder = new TextEncoder()

type Part = { readonly headers: string; readonly content: string }

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

/** The parts of a body that comes in chunks. */
function scan(chunks: readonly Uint8Array[], boundary = 'b'): readonly Part[] {
  const scanner = new MultipartScanner(boundary)
  const parts: { headers: string; content: string; isOver: boolean }[] = []
  for (const chunk of chunks)
    for (const piece of scanner.push(chunk)) {
      const last = parts.at(-1)
      if (piece.kind === 'part') parts.push({ headers: piece.headers, content: '', isOver: false })
      else if (piece.kind === 'part-end') Object.assign(last ?? {}, { isOver: true })
      else if (last) last.content += Array.from(piece.bytes, (byte) => String.fromCharCode(byte)).join('')
    }
  scanner.end()
  expect(parts.every(({ isOver }) => isOver)).toBe(true)
  return parts.map(({ headers, content }) => ({ headers, content }))
}

const bodyOf = (parts: readonly Part[], boundary = 'b'): Uint8Array =>
  latin1(
    `${parts.map(({ headers, content }) => `--${boundary}${headers === '' ? '\r\n' : `\r\n${headers}\r\n`}\r\n${content}\r\n`).join('')}--${boundary}--`,
  )

function cut(bytes: Uint8Array, places: readonly number[]): readonly Uint8Array[] {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((one, other) => one - other)
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end))
}

/** Content that comes close to a boundary as often as it can. */
const content = fc
  .array(fc.constantFrom('\r', '\n', '\r\n', '-', '--', '\r\n--', '\r\n-', 'b', 'x', '\0', 'ÿ'), { maxLength: 12 })
  .map((pieces) => pieces.join(''))
  .filter((text) => !`\r\n${text}\r\n`.includes('\r\n--b'))

const part = fc.record({ headers: fc.constantFrom('', 'A: 1', 'A: 1\r\nB: 2'), content })

describe('a multipart body', () => {
  it('has the same parts however it is cut into chunks', () => {
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 4 }),
        fc.array(fc.nat(), { maxLength: 30 }),
        fc.constantFrom('', '\r\n', ' an epilogue\r\n--b\r\n'),
        (parts, places, epilogue) => {
          const body = Uint8Array.from([...bodyOf(parts), ...latin1(epilogue)])
          const expected = parts.map(({ headers, content }) => ({ headers: headers && `\r\n${headers}`, content }))
          expect(scan(cut(body, places))).toEqual(expected)
        },
      ),
      { numRuns: runs(5_000) },
    )
  })

  it('has the same parts where each byte comes by itself', () => {
    const body = bodyOf([{ headers: 'A: 1', content: '\r\n--\r\n--a\r' }])
    expect(scan(Array.from(body, (byte) => Uint8Array.of(byte)))).toEqual([
      { headers: '\r\nA: 1', content: '\r\n--\r\n--a\r' },
    ])
  })

  it.each([
    ['empty', ''],
    ['without a boundary', 'a=1'],
    ['without its end', '--b\r\nA: 1\r\n\r\nx'],
    ['with an end cut short', '--b\r\nA: 1\r\n\r\nx\r\n--b-'],
    ['with something else after a boundary', '--bx\r\nA: 1\r\n\r\nx\r\n--b--'],
    ['with headers without end', `--b\r\n${'A: 1\r\n'.repeat(4_000)}`],
    ['with a boundary that is padded without end', `--b${' '.repeat(1_000)}\r\n\r\nx\r\n--b--`],
  ])('%s is refused', (_what, body) => {
    expect(() => scan([encoder.encode(body)])).toThrow(MalformedMultipart)
  })

  it('may have a preamble, and spaces after a boundary', () => {
    expect(scan([encoder.encode('Hello\r\n--b \t\r\n\r\nx\r\n--b--')])).toEqual([{ headers: '', content: 'x' }])
  })

  it('takes twice the time for twice the size, whatever it contains', () => {
    const boundary = 'a'.repeat(70)
    const shapes = ['\r', '\r\n', '-', `\r\n--${'a'.repeat(69)}`, `\r\n--${'a'.repeat(60)}\r`]
    const timeOf = (shape: string, size: number): number => {
      const chunk = latin1(shape.repeat(Math.ceil(65_536 / shape.length)))
      const head = encoder.encode(`--${boundary}\r\nA: 1\r\n\r\n`)
      const tail = encoder.encode(`\r\n--${boundary}--`)
      const chunks = [head, ...Array.from({ length: size / 65_536 }, () => chunk), tail]
      const times = Array.from({ length: 3 }, () => {
        const startedAt = performance.now()
        const scanner = new MultipartScanner(boundary)
        for (const one of chunks) for (const piece of scanner.push(one)) if (piece.kind === 'part') continue
        scanner.end()
        return performance.now() - startedAt
      })
      return Math.min(...times)
    }
    for (const shape of shapes) {
      const [small, large] = [timeOf(shape, 524_288), timeOf(shape, 4_194_304)]
      // Eight times the size: a quadratic search would take 64 times as long.
      expect(large / Math.max(small, 1)).toBeLessThan(32)
    }
  })
})

describe('the boundary of a form', () => {
  it.each([
    ['multipart/form-data; boundary=abc', 'abc'],
    ['multipart/form-data; charset=utf-8; boundary="a b:c"', 'a b:c'],
    ['multipart/form-data; boundary=----WebKitFormBoundary7MA4YWxkTrZu0gW', '----WebKitFormBoundary7MA4YWxkTrZu0gW'],
    ['Multipart/Form-Data;BOUNDARY="5dc0-4a";x=y', '5dc0-4a'],
    ['multipart/form-data', undefined],
    ['multipart/form-data; boundary=', undefined],
    [`multipart/form-data; boundary=${'a'.repeat(71)}`, undefined],
    [`multipart/form-data; boundary=${'a'.repeat(1_000)}`, undefined],
  ])('in %s', (type, boundary) => {
    expect(boundaryOf(type)).toBe(boundary)
  })
})

/** What a form of one field says, however it is cut. */
async function fieldOf(headers: string, bytes: Uint8Array, chunkBytes = 1_000): Promise<string | undefined> {
  const head = encoder.encode(`--b\r\nContent-Disposition: form-data; name="a"\r\n${headers}\r\n`)
  const body = Uint8Array.from([...head, ...bytes, ...encoder.encode('\r\n--b--')])
  const reader = new Blob([body]).stream().getReader()
  const chunksOf = async function* () {
    for (let part = await reader.read(); !part.done; part = await reader.read())
      for (let at = 0; at < part.value.length; at += chunkBytes) yield part.value.subarray(at, at + chunkBytes)
  }
  const chunks = chunksOf()
  const read = async () => {
    const { done, value } = await chunks.next()
    return done ? { done: true as const, value: undefined } : { done: false as const, value }
  }
  for await (const one of partsOf({ read }, 'b')) return fieldTextOf(one)
  return undefined
}

describe('the text of a field', () => {
  const utf16 = (text: string): Uint8Array => new Uint8Array(Uint16Array.from(text, (one) => one.charCodeAt(0)).buffer)

  it.each<[string, string, Uint8Array]>([
    ['without a character set', '', encoder.encode('Blåbær')],
    ['with a byte-order mark', '', encoder.encode('\ufeffBlåbær')],
    ['as Java writes it by itself', 'Content-Type: text/plain; charset=ISO-8859-1\r\n', latin1('Blåbær')],
    ['in a quoted character set', 'content-type:text/plain;Charset="windows-1252"\r\n', latin1('Blåbær')],
    ['in UTF-16', 'Content-Type: text/plain; charset=utf-16\r\n', utf16('Blåbær')],
    ['with a mark that says otherwise', 'Content-Type: text/plain; charset=latin1\r\n', utf16('\ufeffBlåbær')],
    ['in a character set that there is not', 'Content-Type: text/plain; charset=x-none\r\n', encoder.encode('Blåbær')],
  ])('is read %s', async (_what, headers, bytes) => {
    expect(await fieldOf(headers, bytes)).toBe('Blåbær')
    expect(await fieldOf(headers, bytes, 1)).toBe('Blåbær')
  })
})

describe('the headers of a part', () => {
  it.each([
    ['a field', 'Content-Disposition: form-data; name="a.b[0]"', 'a.b[0]', undefined],
    ['a field without quotes', 'content-disposition:form-data;name=a', 'a', undefined],
    [
      'a file',
      'Content-Disposition: form-data; name="f"; filename="a.pdf"\r\nContent-Type: application/pdf',
      'f',
      'a.pdf',
    ],
    ['a name in UTF-8', 'Content-Disposition: form-data; name="f"; filename="Čáhci – 1.pdf"', 'f', 'Čáhci – 1.pdf'],
    [
      'both spellings of .NET',
      'Content-Disposition: form-data; name=f; filename="=?utf-8?B?w6Uu?="; filename*=utf-8\'\'%C3%A5.pdf',
      'f',
      'å.pdf',
    ],
    [
      '.NET’s first spelling alone',
      'Content-Disposition: form-data; name=f; filename="=?utf-8?B?YmzDpWLDpnIucGRm?="',
      'f',
      'blåbær.pdf',
    ],
    [
      'an encoded word with folders in it',
      'Content-Disposition: form-data; name=f; filename="=?UTF-8?b?Li4vYS5wZGY=?="',
      'f',
      'a.pdf',
    ],
    [
      'an encoded word that is none',
      'Content-Disposition: form-data; name=f; filename="=?utf-8?B?gA==?="',
      'f',
      '=?utf-8?B?gA==?=',
    ],
    [
      'an escape that is none',
      "Content-Disposition: form-data; name=f; filename=a.pdf; filename*=utf-8''%C3",
      'f',
      'a.pdf',
    ],
    [
      'another character set',
      'Content-Disposition: form-data; name=f; filename="=?iso-8859-1?B?5S5wZGY=?="',
      'f',
      'å.pdf',
    ],
    [
      'another character set, in the other spelling',
      "Content-Disposition: form-data; name=f; filename*=ISO-8859-1'no'bl%E5.pdf",
      'f',
      'blå.pdf',
    ],
    [
      'a character set that there is not',
      "Content-Disposition: form-data; name=f; filename=a.pdf; filename*=x-none''b.pdf",
      'f',
      'a.pdf',
    ],
    [
      'a field whose name is an encoded word',
      'Content-Disposition: form-data; name="=?utf-8?B?cHJvcGVydHlMaXN0LnNwcsOlaw==?="',
      'propertyList.språk',
      undefined,
    ],
    ['a quote', 'Content-Disposition: form-data; name="f"; filename="a\\"b%22.pdf"', 'f', 'a"b".pdf'],
    ['folders', 'Content-Disposition: form-data; name="f"; filename="C:\\temp\\a.pdf"', 'f', 'a.pdf'],
    ['folders above', 'Content-Disposition: form-data; name="f"; filename="../../a.pdf"', 'f', 'a.pdf'],
    ['no chosen file', 'Content-Disposition: form-data; name="f"; filename=""', 'f', ''],
  ])('tell of %s', (_what, headers, name, fileName) => {
    expect(dispositionOf(headers)).toMatchObject({ name, fileName })
  })

  it.each([
    '',
    'A: 1',
    'Content-Disposition: attachment; name=a',
    'Content-Disposition: form-data',
    'Content-Disposition: form-datax; name=a',
  ])('that name no part are refused: %s', (headers) => {
    expect(dispositionOf(headers)).toBeUndefined()
  })

  it('are read in linear time', () => {
    for (const piece of ['; ', ';a=', ';a="', '\\', '"', ';a=b '])
      expect(dispositionOf(`Content-Disposition: form-data; x="${piece.repeat(16_384 / piece.length)}`)).toBeUndefined()
  })
})
