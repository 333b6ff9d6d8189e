import type { Tokens } from 'marked'
import { highlight, SAMPLE_LANGUAGES } from './highlight.ts'
import { toHtml } from './html.ts'

/** A fence's first word is its language; the rest is its caption. */
function infoOf({ lang }: Tokens.Code): { readonly language: string; readonly caption: string } {
  const [language = '', ...caption] = (lang ?? '').split(' ')
  return { language, caption: caption.join(' ') }
}

/** Code that can be scrolled from the keyboard. */
const pre = (token: Tokens.Code, attributes: string): string =>
  `<pre tabindex="0"${attributes}><code>${highlight(token.text, infoOf(token).language)}</code></pre>`

/** One block of code with its caption. */
export function codeBlock(token: Tokens.Code): string {
  const { caption, language } = infoOf(token)
  const name = caption === '' ? (SAMPLE_LANGUAGES.get(language) ?? language.toUpperCase()) : caption
  return `<div class="code"><div class="code-head"><span>${toHtml(name)}</span></div>${pre(token, ` role="group" aria-label="${toHtml(name || 'Code')}"`)}</div>`
}

const isCode = (token: { readonly type: string }): token is Tokens.Code => token.type === 'code'

/** Whether a token is a block of code that belongs into tabs with those beside it. */
export function isSample(token: { readonly type: string }): token is Tokens.Code {
  if (!isCode(token)) return false
  const { language, caption } = infoOf(token)
  return SAMPLE_LANGUAGES.has(language) && caption === ''
}

/** The same request in several languages, one of them shown. */
export function codeTabs(tokens: readonly Tokens.Code[], id: string): string {
  const tabs = tokens.map((token, index) => {
    const { language } = infoOf(token)
    return `<button type="button" role="tab" id="${id}-${language}-tab" aria-controls="${id}-${language}" aria-selected="${index === 0}" tabindex="${index === 0 ? 0 : -1}" data-language="${language}">${toHtml(SAMPLE_LANGUAGES.get(language) ?? language)}</button>`
  })
  const panels = tokens.map((token, index) => {
    const { language } = infoOf(token)
    return pre(
      token,
      ` role="tabpanel" id="${id}-${language}" aria-labelledby="${id}-${language}-tab"${index === 0 ? '' : ' hidden'}`,
    )
  })
  return `<div class="code tabs"><div class="code-head"><div role="tablist" aria-label="Languages">${tabs.join('')}</div></div>${panels.join('')}</div>`
}
