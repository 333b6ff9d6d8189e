import {
  expandKeywords,
  expandKeywordsInHtml,
  expandToLongest,
  findKeywords,
  KEYWORDS,
  ORDER_KEYWORDS,
  SAMPLE_VALUES,
} from '@straks/shared/text'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const written = (text: string) => findKeywords(text).map((match) => [match.written, match.keyword?.name])

describe('findKeywords', () => {
  it('finds known words in any letter case, and unknown ones', () => {
    expect(written('Hei $recipientName$, $SENDERSNAME$ og $foo$')).toEqual([
      ['recipientName', 'recipientName'],
      ['SENDERSNAME', 'sendersName'],
      ['foo', undefined],
    ])
  })

  it('prefers a known word to an unknown one before it', () => {
    expect(written('$foo$sendersName$')).toEqual([['sendersName', 'sendersName']])
    expect(written('$sendersName$recipientName$')).toEqual([['sendersName', 'sendersName']])
  })

  it('leaves prices alone', () => {
    expect(written('It costs $5, 6$ or $ 7 $, not US$100$.')).toEqual([])
  })

  it('gives the places of what it finds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('$', 'recipientName', 'x', ' ', '$foo$', '$sendersName$', 'é')),
        (pieces) => {
          const text = pieces.join('')
          let reached = 0
          for (const { start, end, written: word } of findKeywords(text)) {
            expect(text.slice(start, end)).toBe(`$${word}$`)
            expect(start).toBeGreaterThanOrEqual(reached)
            reached = end
          }
        },
      ),
    )
  })
})

describe('expandKeywords', () => {
  it('replaces keywords in any letter case, all of them, and nothing else', () => {
    const text = '$recipientName$, $recipientName$, $RecipientName$, $RECIPIENTNAME$, $foo$'
    expect(expandKeywords(text, { recipientName: 'Ola' })).toBe('Ola, Ola, Ola, Ola, $foo$')
  })

  it('never looks again at what it has filled in', () => {
    const values = { recipientName: '$sendersName$ $& $1', sendersName: 'NAV' }
    expect(expandKeywords('$recipientName$/$sendersName$', values)).toBe('$sendersName$ $& $1/NAV')
  })

  it('fills in nothing where there is no number, and leaves a keyword without value', () => {
    expect(expandKeywords('[$recipientNumber$] $sendersName$', { recipientNumber: '' })).toBe('[] $sendersName$')
  })

  it('fills in every keyword of a preview', () => {
    const text = KEYWORDS.map(({ name }) => `$${name}$`).join(' ')
    expect(expandKeywords(text, SAMPLE_VALUES)).not.toContain('$')
  })
})

it('makes a text as long as its keywords can', () => {
  expect(expandToLongest('$recipientNumber$', KEYWORDS)).toHaveLength(9)
  expect(expandToLongest('$sendersName$', KEYWORDS)).toHaveLength(255)
  expect(expandToLongest('$sendersName$', ORDER_KEYWORDS)).toBe('$sendersName$')
})

describe('expandKeywordsInHtml', () => {
  it('shows what it fills in as it is, and leaves the text around it its markup', () => {
    const values = { recipientName: `<b onclick='x'>Bakst & "Bolle"</b>` }
    expect(expandKeywordsInHtml('<p title="$recipientName$">A & $recipientName$</p> $sendersName$', values)).toBe(
      '<p title="&lt;b onclick=&#39;x&#39;&gt;Bakst &amp; &quot;Bolle&quot;&lt;/b&gt;">A & &lt;b onclick=&#39;x&#39;&gt;Bakst &amp; &quot;Bolle&quot;&lt;/b&gt;</p> $sendersName$',
    )
  })

  it('leaves a keyword without value, and fills in nothing where there is no number', () => {
    const values = { recipientName: undefined, recipientNumber: '' }
    expect(expandKeywordsInHtml('$recipientName$ [$recipientNumber$]', values)).toBe('$recipientName$ []')
  })
})
