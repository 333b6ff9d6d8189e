import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Language } from '../../shared/index.ts'
import { ROOT } from '../run.ts'
import type { DocsPage, Part } from './page.ts'

const FOLDER = 'docs/'

type Chosen = { readonly files: readonly string[]; readonly part: Part; readonly listed: (path: string) => boolean }

const found = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/').slice(FOLDER.length))
    .sort()

/** The guides that come first; others follow by name. */
const FIRST_GUIDES = ['one-time-codes', 'orders-with-reminders', 'correspondence-notification']

const placeOf = (file: string): number => {
  const place = FIRST_GUIDES.indexOf(basename(file, '.md'))
  return place < 0 ? FIRST_GUIDES.length : place
}

const inReadingOrder = (files: readonly string[]): readonly string[] =>
  files.toSorted((one, other) => placeOf(one) - placeOf(other))

/** The repository's own pages that clients need too, in the order of the navigation. */
const chosen = (): readonly Chosen[] => [
  { part: 'guides', files: inReadingOrder(found('docs/guides/*.md')), listed: () => true },
  {
    part: 'reference',
    files: [
      'orders.md',
      'correspondence.md',
      'webhooks.md',
      'simulated-recipients.md',
      'development.md',
      'compatibility.md',
      ...found('docs/compatibility/*.md'),
      'glossary.md',
    ],
    listed: (path) => !path.startsWith('compatibility/'),
  },
  {
    part: 'rules',
    files: found('docs/rules/**/*.md'),
    listed: (path) => path === 'rules' || /^rules\/n[bn]$/.test(path),
  },
]

/** The page of a file: a folder's README is the folder's. */
const pathOf = (file: string): string => file.replace(/\.md$/, '').replace(/(?:^|\/)README$/, '')

const languageOf = (path: string): Language =>
  path.startsWith('rules/nb') ? 'nb' : path.startsWith('rules/nn') ? 'nn' : 'en'

/** A link of a file as the link of a page: to another page where there is one, else into the repository. */
function linkOf(file: string, target: string, known: ReadonlySet<string>, repository: string): string {
  const { pathname, hash } = new URL(target, `file:///${file}`)
  const to = decodeURIComponent(pathname.slice(1))
  if (known.has(to)) return `/${FOLDER}${pathOf(to)}${hash}`.replace(/\/(?=$|#)/, '')
  return `${repository}/blob/main/${to.startsWith('../') ? to : new URL(target, `file:///${FOLDER}${file}`).pathname.slice(1)}${hash}`
}

/** The Markdown of a file, its links leading to pages. */
const withLinks = (file: string, text: string, known: ReadonlySet<string>, repository: string): string =>
  text.replace(
    /\]\((?!https?:|\/|#|mailto:)([^()\s]+)\)/g,
    (_link, target: string) => `](${linkOf(file, target, known, repository)})`,
  )

/** What a page begins with, as one sentence. What leads to a list or to code ends as a sentence without it. */
const summaryOf = (text: string): string => {
  const [paragraph = ''] = text.split('\n\n').filter((part) => !/^(?:#|<!--|\||```)/.test(part.trim()))
  return (
    paragraph
      .replaceAll('\n', ' ')
      .replaceAll('`', '')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .split(/(?<=\.)\s/)[0]
      ?.replace(/:$/, '.') ?? ''
  )
}

/** The repository's own pages as pages of the documentation. */
export function repositoryPages(repository: string): readonly DocsPage[] {
  const known = new Set(chosen().flatMap(({ files }) => files))
  return chosen().flatMap(({ files, part, listed }) =>
    files.map((file): DocsPage => {
      const text = readFileSync(ROOT + FOLDER + file, 'utf8').replace(/^<!--.*-->\n/, '')
      const path = pathOf(file)
      return {
        path,
        title: /^# (.+)$/m.exec(text)?.[1] ?? path,
        summary: summaryOf(text),
        language: languageOf(path),
        part,
        listed: listed(path),
        markdown: withLinks(file, text, known, repository).trim(),
      }
    }),
  )
}
