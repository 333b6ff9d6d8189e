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
      'Every request needs a bearer token from Altinn or Maskinporten with the scope that its operation names, except those to `/health` and those that providers send. Upper and lower case do not matter in the names of members and of enumeration values; an enumeration value may also be given by its number. Unknown members are ignored. The whole API as one file: [OpenAPI 3.1](/openapi.json). For language models: [llms.txt](/llms.txt), and each page as Markdown under its address and `.md`.',
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
