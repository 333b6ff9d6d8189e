import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson, parseJsonByMarks, WrittenNumber } from '../../../shared/json/parse-json.ts'

const READERS = [
  ['by what the engine tells', parseJson],
  ['by marks, as on Node 20', parseJsonByMarks],
] as const

describe.each(READERS)('JSON read %s', (_how, read) => {
  it('has numbers as they are, and those that are not plainly whole as they are written', () => {
    expect(read('{"a":60,"b":60.0,"c":[-6e1,1.5E+2,12345678901234567890,-0],"1":"2.5, 3.5"}')).toEqual({
      a: 60,
      b: new WrittenNumber('60.0'),
      c: [new WrittenNumber('-6e1'), new WrittenNumber('1.5E+2'), new WrittenNumber('12345678901234567890'), -0],
      '1': '2.5, 3.5',
    })
  })

  it('has texts as they are, whatever they begin with', () => {
    const text = JSON.stringify({ a: ['\ue0001.5', '\ue000\ue000', '"1.5', '\\'] })
    expect(read(`[${text},"\\uE0001.5",1.5]`)).toEqual([JSON.parse(text), '\ue0001.5', new WrittenNumber('1.5')])
  })

  it.each(['01.5', '1.', '{"a":1.5', '[1.5,]', '"1.5'])('throws at what is none: %s', (text) => {
    expect(() => read(text)).toThrow(SyntaxError)
  })
})

it('is the same either way', () => {
  fc.assert(
    fc.property(fc.json({ noUnicodeString: false }), (text) => {
      expect(parseJsonByMarks(text)).toEqual(parseJson(text))
    }),
  )
})
