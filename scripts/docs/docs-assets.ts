import { allPages } from './all-pages.ts'
import type { Asset } from './asset.ts'
import { addressOf, type DocsPage } from './page.ts'
import { layout } from './render/layout.ts'
import { PageRenderer } from './render/render-page.ts'

/** The headers of static files: the pages load nothing from elsewhere, and a browser asks again after five minutes. */
const HEADERS = `/docs/*
  Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'
  X-Content-Type-Options: nosniff
  Cache-Control: max-age=300
/docs/*.md
  Content-Type: text/markdown; charset=utf-8
/docs.md
  Content-Type: text/markdown; charset=utf-8
/llms.txt
  Content-Type: text/plain; charset=utf-8
`

/** The list of pages for language models (llmstxt.org). */
function llms(pages: readonly DocsPage[]): string {
  const [start, ...others] = pages
  const lines = others
    .filter(({ language }) => language === 'en')
    .map(({ title, path, summary }) => `- [${title}](${addressOf(path)}.md): ${summary}`)
  return `# Straks\n\n> ${start?.summary ?? ''}\n\n## Pages\n\n${lines.join('\n')}\n\n## Optional\n\n- [OpenAPI](/openapi.json): the whole API as one file\n`
}

/** Everything of the documentation that is served; with *Try it* where the reader has an inbox. */
export function docsAssets(openApi: unknown, canTry: boolean): readonly Asset[] {
  const pages = allPages(openApi)
  const rendered = pages.map((page) => ({ page, rendered: new PageRenderer(page).render() }))
  return [
    ...rendered.flatMap(({ page, rendered }) => {
      const path = addressOf(page.path).slice(1)
      return [
        { path: `${path}.html`, content: layout(page, rendered, pages, canTry) },
        { path: `${path}.md`, content: `${page.markdown}\n` },
      ]
    }),
    { path: 'docs-search.json', content: JSON.stringify(rendered.flatMap(({ rendered }) => rendered.entries)) },
    { path: 'llms.txt', content: llms(pages) },
    { path: '_headers', content: HEADERS },
  ]
}
