import { describe, expect, it } from 'vitest'
import { resolveCharacterReferences } from '../../../shared/text/html/character-references.ts'
import { scanHtml } from '../../../shared/text/html/scan-html.ts'

describe('a character reference', () => {
  it.each([
    ['&amp;&lt;&gt;&quot;&apos;', '&<>"\''],
    ['&aelig;&oslash;&aring;&AElig;&Oslash;&Aring;&eacute;&yuml;', 'æøåÆØÅéÿ'],
    ['&nbsp;&laquo;ja&raquo;&shy;', '\u00a0«ja»\u00ad'],
    ['&ndash;&mdash;&hellip;&euro;&rsquo;&OElig;', '–—…€’Œ'],
    ['&#230;&#xE6;&#X1F600;', 'ææ😀'],
    ['&#0;&#xD800;&#x110000;&#99999999;', '\ufffd\ufffd\ufffd\ufffd'],
    ['&unknown; &amp &; &#; a&b', '&unknown; &amp &; &#; a&b'],
    ['&amp;lt;', '&lt;'],
  ])('%s means %j', (written, meant) => {
    expect(resolveCharacterReferences(written)).toBe(meant)
  })
})

describe('a scan of HTML', () => {
  const show = (html: string) =>
    [...scanHtml(html)].map((piece) => (piece.kind === 'text' ? piece.text : `${piece.kind}:${piece.name}`))

  it.each([
    ['a<b>c</b>', ['a', 'open:b', 'c', 'close:b']],
    ['<a href="x>y" title=\'<\'>z', ['open:a', 'z']],
    ['<!doctype html><!-- <b> --><?xml?>t', ['t']],
    ['1 < 2 and 3 > 2', ['1 < 2 and 3 > 2']],
    ['<script>if (a<b) "</p>"</script>x', ['open:script', 'if (a<b) "</p>"', 'close:script', 'x']],
    ['<style>never ends', ['open:style', 'never ends']],
    ['<!-- never ends <b>', []],
    ['<BR/><p\n class=x>', ['open:br', 'open:p']],
    ['<p', ['<p']],
  ])('of %s finds its words and tags', (html, pieces) => {
    expect(show(html)).toEqual(pieces)
  })

  it('takes time in step with the length of hostile HTML', () => {
    const LENGTH = 50_000
    for (const piece of ['<', '<a', '<a "', "<a '", '<!--', '<script>', '<a b="', '</', '<?'])
      expect([...scanHtml(piece.repeat(LENGTH / piece.length))].length).toBeLessThanOrEqual(LENGTH)
  }, 5_000)
})
