import { describe, expect, it } from 'vitest'
import { FOLDED, foldText } from '../../../../shared/text/links/fold.ts'

describe('folding a text', () => {
  it.each([
    ['Blåbærsyltetøy – «ærlig» … 5 €', 'Blåbærsyltetøy – «ærlig» … 5 €'],
    ['\u0430\u0412\u03b1', 'aBa'],
    ['ａｂ．。', 'ab..'],
    ['𝐚𝟏', 'a1'],
    ['a\u200b\u00ad\ufe0fb', 'ab'],
    ['%61%2E%252e%C3%A5%E3%80%82', 'a..å.'],
    ['100 %, 5%, %zz, %20, %22, %c3%28, %ff', '100 %, 5%, %zz, %20, %22, %c3%28, %ff'],
    ['&#46;&#x2E;&period;&sol;&shy;|', '../|'.replace('../', '.../')],
    ['&#34;&#x110000;&nbsp;&', '&#34;&#x110000;&nbsp;&'],
    ['<b class="x">a</b><!-- x --><p>b</p>', 'a<p>b</p>'],
    ['ost·vest, Oslo · Bergen', 'ost.vest, Oslo · Bergen'],
    ['\ud800a\udc00', '\ud800a\udc00'],
  ])('reads %j as %j', (written, read) => {
    expect(foldText(written).text).toBe(read)
  })

  it('leads every unit back to where it was written', () => {
    const folded = foldText('x\u200b%2E𝐚y')
    expect(folded.text).toBe('x.ay')
    expect([0, 1, 2, 3].map((index) => [folded.originalStart(index), folded.originalEnd(index)])).toEqual([
      [0, 1],
      [2, 5],
      [5, 7],
      [7, 8],
    ])
  })

  it('tells what was changed within a range', () => {
    const folded = foldText('x\u200b%2E\u0430y')
    expect(folded.changes(0, 1)).toBe(0)
    expect(folded.changes(0, 2)).toBe(FOLDED.hidden | FOLDED.percent)
    expect(folded.changes(2, 4)).toBe(FOLDED.lookAlike)
  })

  it('counts nothing hidden that stands before the range', () => {
    expect(foldText('x\u200by').changes(1, 2)).toBe(0)
  })
})
