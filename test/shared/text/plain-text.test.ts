import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlToPlainText } from '../../../shared/text/plain-text.ts'

describe('the plain text of an HTML mail', () => {
  it.each([
    ['<p>Koden er <strong>428516</strong>.</p>', 'Koden er 428516.'],
    ['<h1>Hei</h1><p>En</p><p>To</p>', 'Hei\n\nEn\n\nTo'],
    ['Linje en<br>Linje to<br/><br/>Linje tre', 'Linje en\nLinje to\n\nLinje tre'],
    ['<ul><li>Epler</li><li>Pærer</li></ul>', '- Epler\n- Pærer'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'ab\nc'],
    ['<a href="https://example.com/x">Les mer</a>.', 'Les mer (https://example.com/x).'],
    ['<a href="https://example.com">https://example.com</a>', 'https://example.com'],
    ['<img src="x" alt="Våpenskjold"> Etaten', 'Våpenskjold Etaten'],
    ['<style>p{}</style><script>alert(1)</script><title>t</title>Hei', 'Hei'],
    ['  mange\n\n   mellomrom\t her ', 'mange mellomrom her'],
    ['&lt;b&gt; &amp; &oslash;&nbsp;&#230;', '<b> & ø æ'],
    ['<p>uten slutt <b>fet', 'uten slutt fet'],
    ['', ''],
  ])('of %j is what it says', (html, text) => {
    expect(htmlToPlainText(html)).toBe(text)
  })

  it('exists for anything at all, however broken', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<p>', '</p>', '<', '>', 'a', '</', '<a href="', '"', '&', '<br', '<!--')),
        (pieces) => {
          expect(typeof htmlToPlainText(pieces.join(''))).toBe('string')
        },
      ),
    )
  })

  it('takes time in step with the length of the mail', () => {
    const startedAtMs = performance.now()
    htmlToPlainText('<div><a href="x">y</a>'.repeat(20_000))
    expect(performance.now() - startedAtMs).toBeLessThan(2_000)
  })
})
