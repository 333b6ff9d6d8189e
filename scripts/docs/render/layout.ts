import { addressOf, type DocsPage } from '../page.ts'
import { FRAME_WORDS } from './frame-words.ts'
import { toHtml } from './html.ts'
import { navigation } from './navigation.ts'
import type { Rendered } from './render-page.ts'

/** A page of the documentation as a document. Nothing in it comes from elsewhere. */
export function layout(page: DocsPage, rendered: Rendered, pages: readonly DocsPage[], canTry: boolean): string {
  const { title, summary, language, path } = page
  const word = (name: keyof typeof FRAME_WORDS): string => FRAME_WORDS[name][language]
  return `<!doctype html>
<html lang="${language}"${canTry ? ' data-can-try' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${toHtml(summary.replaceAll('`', ''))}">
<meta name="referrer" content="no-referrer">
<title>${toHtml(path === '' ? title : `${title} · Straks`)}</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="alternate" type="text/markdown" href="${addressOf(path)}.md">
<link rel="stylesheet" href="/docs.css">
<script type="module" src="/docs.js"></script>
</head>
<body>
<a class="skip" href="#content">${word('skip')}</a>
<header class="top">
<p class="name"><a class="home" href="/docs"><img src="/favicon.svg" alt="" width="26" height="26">straks <span>docs</span></a></p>
<div class="search" role="search"><label class="unseen" for="search">${word('search')}</label><input id="search" type="search" placeholder="${word('search')}" autocomplete="off" spellcheck="false" role="combobox" aria-expanded="false" aria-controls="results" aria-autocomplete="list"><kbd aria-hidden="true">/</kbd><div id="results" role="listbox" aria-label="${word('results')}" hidden></div></div>
${canTry ? `<a class="to-inbox" href="/">${word('inbox')}</a>` : ''}
</header>
<div class="frame">
<nav aria-label="${word('pages')}"><details class="all"><summary>${word('pages')}</summary>${navigation(pages, page, rendered)}</details></nav>
<main id="content" tabindex="-1">
${rendered.main}
<footer><a href="${addressOf(path)}.md">${word('asMarkdown')}</a></footer>
</main>
</div>
<p id="announcements" class="unseen" aria-live="polite"></p>
</body>
</html>
`
}
