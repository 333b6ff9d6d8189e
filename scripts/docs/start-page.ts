import { paragraphs, table } from './markdown.ts'
import { addressOf, type DocsPage } from './page.ts'

const link = ({ title, path }: DocsPage): string => `[${title}](${addressOf(path)})`

/** The first page: what there is, and where. */
export function startPage(description: string, others: readonly DocsPage[]): DocsPage {
  const list = (part: DocsPage['part']): string =>
    table(
      ['Page', 'About'],
      others.filter((page) => page.part === part && page.listed).map((page) => [link(page), page.summary]),
    )
  return {
    path: '',
    title: 'Straks: the API',
    summary: description,
    language: 'en',
    part: 'start',
    listed: true,
    markdown: paragraphs(
      '# Straks',
      description,
      'Each request but `/health` and those of providers carries a bearer token of Altinn or Maskinporten, with the scope that its operation names. Names of members and of enumeration values may be written in any case, enumeration values also as numbers; unknown members are passed over. The whole API as one file: [OpenAPI 3.1](/openapi.json). For language models: [llms.txt](/llms.txt), and each page as Markdown under its address and `.md`.',
      '## Guides',
      list('guides'),
      '## Operations',
      list('api'),
      '## Reference',
      list('reference'),
      '## Rules',
      'The editor, the terminal and the edge judge by the same rules, under the same names. A rule of severity *error* refuses a request.',
      list('rules'),
    ),
  }
}
