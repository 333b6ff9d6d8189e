import { escapeHtml } from '@straks/shared/text'
import type { Preview, PreviewMessage } from '../protocol.ts'

/** The words around a preview. */
type PreviewWords = {
  readonly to: string
  readonly from: string
  readonly subject: string
  readonly alternative: string
  readonly refused: string
}

/** Theme tokens only, so that the panel looks like the editor it is in, high contrast included. */
const STYLE = `
body { color: var(--vscode-foreground); background: var(--vscode-editor-background);
  font: var(--vscode-font-size)/1.5 var(--vscode-font-family); display: flex; flex-wrap: wrap; gap: 2rem; padding: 1.5rem; }
.refused { flex-basis: 100%; margin: 0; color: var(--vscode-errorForeground); }
figure { margin: 0; }
figcaption { color: var(--vscode-descriptionForeground); margin-bottom: .5rem; max-width: 36rem; }
figure:has(.phone) figcaption { max-width: 18rem; }
.phone { width: 18rem; min-height: 22rem; padding: 2.5rem 1rem; border-radius: 2rem;
  border: 2px solid var(--vscode-panel-border, var(--vscode-contrastBorder)); box-sizing: border-box; }
.phone header { text-align: center; font-weight: 600; margin-bottom: 1rem; }
.bubble { white-space: pre-wrap; overflow-wrap: anywhere; padding: .6rem .9rem; border-radius: 1rem 1rem 1rem .2rem;
  background: var(--vscode-textBlockQuote-background); border: 1px solid var(--vscode-textBlockQuote-border); }
.size { color: var(--vscode-descriptionForeground); font-size: .85em; margin-top: .4rem; }
.mail { width: 36rem; max-width: 90vw; border: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder)); }
.mail dl { display: grid; grid-template-columns: auto 1fr; gap: .2rem 1rem; margin: 0; padding: .8rem 1rem;
  background: var(--vscode-sideBar-background); border-bottom: 1px solid var(--vscode-panel-border, transparent); }
.mail dt { color: var(--vscode-descriptionForeground); } .mail dd { margin: 0; overflow-wrap: anywhere; }
.mail pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: 0; padding: 1rem; }
.mail details { border-top: 1px solid var(--vscode-panel-border, transparent); } .mail summary { padding: .5rem 1rem; }
.mail iframe { border: 0; width: 100%; height: 24rem; }
`

const caption = ({ when }: PreviewMessage): string =>
  when === undefined ? '' : `<figcaption>${escapeHtml(when)}</figcaption>`

const phone = (message: PreviewMessage): string => `<figure>${caption(message)}
<div class="phone"><header>${escapeHtml(message.from ?? 'Altinn')}</header>
<div class="bubble">${escapeHtml(message.body)}</div><div class="size">${escapeHtml(message.size ?? '')}</div></div></figure>`

/** The page of an HTML mail stands in a frame that may run nothing and load nothing. */
function mailBody({ html, body, alternative = '' }: PreviewMessage, words: PreviewWords): string {
  if (!html) return `<pre>${escapeHtml(body)}</pre>`
  const asText = `<details><summary>${escapeHtml(words.alternative)}</summary><pre>${escapeHtml(alternative)}</pre></details>`
  return `<iframe sandbox="" title="HTML" srcdoc="${escapeHtml(body)}"></iframe>${asText}`
}

function mail(message: PreviewMessage, words: PreviewWords): string {
  const rows = [
    [words.from, message.from],
    [words.to, message.to],
    [words.subject, message.subject],
  ].flatMap(([name, value]) =>
    value === undefined ? [] : `<dt>${escapeHtml(name ?? '')}</dt><dd>${escapeHtml(value)}</dd>`,
  )
  return `<figure>${caption(message)}<div class="mail"><dl>${rows.join('')}</dl>${mailBody(message, words)}</div></figure>`
}

/** A preview as a page without scripts and without anything from elsewhere. */
export function previewHtml(
  { messages, errors }: Pick<Preview, 'messages' | 'errors'>,
  words: PreviewWords,
  nonce: string,
): string {
  const refused = errors > 0 ? `<p class="refused">${escapeHtml(words.refused)}</p>` : ''
  const figures = messages.map((one) => (one.channel === 'sms' ? phone(one) : mail(one, words)))
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>${refused}${figures.join('\n')}</body>
</html>`
}
