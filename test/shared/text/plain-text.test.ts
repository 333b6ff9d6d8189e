import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlToPlainText } from '../../../shared/text/plain-text.ts'
import { threadMilliseconds } from '../../support/thread-time.ts'

describe('the plain text of an HTML mail', () => {
  it.each([
    ['<p>Koden er <strong>428516</strong>.</p>', 'Koden er 428516.'],
    ['<h1>Hei</h1><p>En</p><p>To</p>', 'Hei\n\nEn\n\nTo'],
    ['<div>Hei</div><div>En</div>To<section>Tre</section>', 'Hei\nEn\nTo\nTre'],
    ['Linje en<br>Linje to<br/><br/>Linje tre', 'Linje en\nLinje to\n\nLinje tre'],
    ['<p>Hei<br></p><p>der</p>', 'Hei\n\nder'],
    ['før<hr>etter', 'før\n\netter'],
    ['<dl><dt>Kode</dt><dd>428516</dd></dl>', 'Kode\n428516'],
    ['  mange\n\n   mellomrom\t her ', 'mange mellomrom her'],
    ['en<b> to </b>tre<i>fire</i>', 'en to trefire'],
    ['<p>uten slutt <b>fet', 'uten slutt fet'],
    ['<img src="x" alt="Våpenskjold"> Etaten', 'Våpenskjold Etaten'],
    ['', ''],
  ])('of %j keeps apart what a browser keeps apart', (html, text) => {
    expect(htmlToPlainText(html)).toBe(text)
  })

  it.each([
    ['<table><tr><td>Kode</td><td>123456</td></tr></table>', 'Kode 123456'],
    ['<table><tr><th>a<th>b<tr><td>c</td></tr></table>', 'a b\nc'],
    ['<td>Kode</td><td>123456</td>', 'Kode 123456'],
    ['<table><tbody><tr><td> a </td>\n<td></td>\n<td> b </td></tr></tbody></table>etter', 'a b\netter'],
    ['<table><caption>Beløp</caption><tr><td>1</td></tr></table>', 'Beløp\n1'],
  ])('of the table %j keeps cells and rows apart', (html, text) => {
    expect(htmlToPlainText(html)).toBe(text)
  })

  it.each([
    ['<ul><li>Epler</li><li>Pærer</li></ul>', '- Epler\n- Pærer'],
    ['<ul><li>Epler<li>Pærer</ul>', '- Epler\n- Pærer'],
    ['<ol><li>Logg inn</li><li>Les</li></ol>', '1. Logg inn\n2. Les'],
    ['<ol start="3"><li>c<li value="7">g<li>h</ol>', '3. c\n7. g\n8. h'],
    ['<p>Frukt:</p><ul><li><p>Epler</p></li><li></li></ul>Slutt', 'Frukt:\n\n- Epler\n\nSlutt'],
    ['<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '- a\n  - b\n- c'],
  ])('of the list %j marks its items', (html, text) => {
    expect(htmlToPlainText(html)).toBe(text)
  })

  it.each([
    ['<pre>a\n  b\n\nc</pre>', 'a\n  b\n\nc'],
    ['<p>x</p><pre>\n  a &amp;  b\n</pre><p>y</p>', 'x\n\n  a &  b\n\ny'],
    ['<pre>a\r\nb <b> c</b></pre>', 'a\nb  c'],
  ])('of the preformatted %j keeps white space', (html, text) => {
    expect(htmlToPlainText(html)).toBe(text)
  })

  it.each([
    ['<a href="https://example.com/x">Les mer</a>.', 'Les mer (https://example.com/x).'],
    ['<a href="https://example.com">https://example.com</a>', 'https://example.com'],
    ['<a href="https://example.com/">example.com</a>', 'example.com'],
    ['<a href="mailto:post@etaten.no">post@etaten.no</a>', 'post@etaten.no'],
    ['<a href="x?a=1&amp;b=2">x</a>', 'x (x?a=1&b=2)'],
    ["<a class=a href='https://a.no/>'>Les</a>", 'Les (https://a.no/>)'],
    ['<a href="#top">Til toppen</a> <a name="x">her</a>', 'Til toppen her'],
    ['<a href="https://a.no"><b>Les</b> mer <a href="https://b.no">her', 'Les mer (https://a.no) her (https://b.no)'],
  ])('of the link %j says where it leads', (html, text) => {
    expect(htmlToPlainText(html)).toBe(text)
  })

  it.each([
    ['<html><head><title>t</title><meta charset=utf-8><p>Hei', 'Hei'],
    ['<head><title>t</title><style>p{}</style><body>Hei</body>', 'Hei'],
    ['<head>Hei', 'Hei'],
    ['<style>p{}</style><script>if (a<b) "</p>"</script><title>t</title>Hei', 'Hei'],
    ['<STYLE>p{}</STYLE ><script>x</script\n>Hei', 'Hei'],
    ['<!doctype html><!-- <b>skjult</b> --><?xml?>Hei<!--> der', 'Hei der'],
    ['<!--[if mso]><p>Outlook</p><![endif]--><![if !mso]>Andre<![endif]>', 'Andre'],
    ['<template><p>mal<template></template></p></template>Hei', 'Hei'],
    ['<iframe>ramme</iframe><noscript>Uten skript</noscript>', 'Uten skript'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['<a title="x>y" data-x=\'<\'>z</a>', 'z'],
  ])('of %j holds what is shown', (html, text) => {
    expect(htmlToPlainText(html)).toBe(text)
  })

  it.each([
    ['&lt;b&gt; &amp; &oslash;&nbsp;&#230;', '<b> & ø æ'],
    ['&aelig;&AElig;&yuml;&laquo;ja&raquo;&euro;&rsquo;&OElig;&check;', 'æÆÿ«ja»€’Œ✓'],
    ['&#230;&#xE6;&#X1F600;&#128;', 'ææ😀€'],
    ['&#0;&#xD800;&#x110000;&#99999999;', '\ufffd\ufffd\ufffd\ufffd'],
    ['&unknown; R&D &; &#; a&b &amp;lt;', '&unknown; R&D &; &#; a&b &lt;'],
    ['K&oslash;ben & f&aring', 'Køben & få'],
  ])('of %j resolves references', (html, text) => {
    expect(htmlToPlainText(html)).toBe(text)
  })

  it('exists for anything at all, however broken', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '<p>',
            '</p>',
            '<',
            '>',
            'a',
            '</',
            '<a href="',
            '"',
            '&',
            '<br',
            '<!--',
            '<pre>',
            '<li>',
            '<ol>',
          ),
        ),
        (pieces) => {
          expect(typeof htmlToPlainText(pieces.join(''))).toBe('string')
        },
      ),
    )
  })

  it('says the words of 100,000 nested elements', () => {
    const DEPTH = 100_000
    for (const name of ['div', 'b', 'table', 'ul', 'li', 'a', 'template', 'svg']) {
      const text = htmlToPlainText(`Hei ${`<${name}>`.repeat(DEPTH)}x${`</${name}>`.repeat(DEPTH)} der`)
      expect(text, name).toMatch(/^Hei/)
      expect(text, name).toMatch(/der$/)
    }
  })

  it('takes time in step with the length of the mail, however it is made', () => {
    const LENGTH = 250_000
    const hostile = [
      '<div><a href="x">y</a>',
      '<ul><li>x',
      '<a href="x">y',
      '<',
      '<a',
      '<a "',
      "<a '",
      '<!--',
      '<script>',
    ]
    hostile.push('<a b="', '</', '<?', '&', '&#x', '<pre> \n', '<td> ', ' x', '\n', '<a b=c ', '<title>&amp;')
    for (const piece of hostile) {
      const took = threadMilliseconds(() => htmlToPlainText(piece.repeat(LENGTH / piece.length)))
      expect(took, piece).toBeLessThan(1_500)
    }
  })
})
