import { expect, it } from 'vitest'
import { previewHtml } from '../../../extension/client/preview-html.ts'
import type { PreviewMessage } from '../../../extension/protocol.ts'

const WORDS = { to: 'To', from: 'From', subject: 'Subject', alternative: 'As text', refused: 'Refused' }

const page = (message: Partial<PreviewMessage>, errors = 0): string => {
  const whole = { channel: 'sms', reminder: false, body: 'Hei', html: false, ...message } as const
  return previewHtml({ messages: [whole], errors }, WORDS, 'once')
}

it('tells above a message when it is sent', () => {
  expect(page({ when: '5 minutes after publication' })).toContain(
    '<figcaption>5 minutes after publication</figcaption>',
  )
  expect(page({})).not.toContain('figcaption>')
})

it('shows every text as it is written, whatever its signs', () => {
  const sign = `<b>&"'</b>`
  const html = page({ channel: 'email', body: sign, subject: sign, to: sign, from: sign, when: sign })
  expect(html).not.toContain('<b>')
  expect(html.match(/&lt;b&gt;&amp;&quot;&#39;&lt;\/b&gt;/g)).toHaveLength(5)
})

it('lets nothing be loaded, and shows HTML in a frame that runs nothing', () => {
  const html = page({ channel: 'email', html: true, body: '<img src="https://example.com/x.png">' })
  expect(html).toContain(`content="default-src 'none'; style-src 'nonce-once'"`)
  expect(html).toContain('<iframe sandbox="" title="HTML" srcdoc="&lt;img')
})

it('shows the text alternative of HTML beneath it', () => {
  const html = page({ channel: 'email', html: true, body: '<p>a &lt; b</p>', alternative: 'a < b' })
  expect(html).toContain('<details><summary>As text</summary><pre>a &lt; b</pre></details>')
})

it('says when the API refuses what is shown', () => {
  expect(page({}, 2)).toContain('<p class="refused">Refused</p>')
  expect(page({}, 0)).not.toContain('class="refused"')
})
