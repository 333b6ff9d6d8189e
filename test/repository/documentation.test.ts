import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/run.ts'

const text = (path: string): string => readFileSync(ROOT + path, 'utf8')

const pages = readdirSync(`${ROOT}docs`, { recursive: true, encoding: 'utf8' })
  .map((path) => `docs/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.md'))

/** The files that a page links to, from the root of the repository. */
const linksOf = (page: string): readonly string[] =>
  [...text(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, target = '']) =>
    posix.join(posix.dirname(page), target),
  )

describe('the documentation', () => {
  it('leads from its index to every page, in two links at most', () => {
    const near = linksOf('docs/README.md').filter((page) => page.endsWith('.md'))
    const reached = new Set([...near, ...near.flatMap(linksOf), 'docs/README.md'])
    expect(pages.filter((page) => !reached.has(page))).toEqual([])
  })

  it('is linked from the README, with its index and its glossary', () => {
    expect(linksOf('README.md')).toEqual(expect.arrayContaining(['docs/README.md', 'docs/glossary.md']))
  })
})

const FOLDERS = ['shared', 'worker', 'extension', 'client', 'scripts', 'bench', 'test', 'docs']

/** A file or a folder of the repository as prose names it: `worker/ledger/`, `shared/limits.ts`. */
const FILE = new RegExp(`\`((?:${FOLDERS.join('|')})/[\\w./-]+)\``, 'g')

describe('prose', () => {
  const prose = [...pages, 'README.md', 'CONTRIBUTING.md', 'SECURITY.md']

  it('names only files that there are, or that are built', () => {
    const missing = prose.flatMap((page) =>
      [...text(page).matchAll(FILE)]
        .map(([, path = '']) => path)
        .filter((path) => !/[A-Z]{2}|\/dist\//.test(path) && !existsSync(ROOT + path))
        .map((path) => `${page}: ${path}`),
    )
    expect(missing).toEqual([])
  })

  it('lints in the README files that there are', () => {
    const named = [...text('README.md').matchAll(/lint-notifications -- .*?([\w./-]+\.json)$/gm)].map(
      ([, path = '']) => path,
    )
    expect(named.length).toBeGreaterThan(1)
    expect(named.filter((path) => !existsSync(ROOT + path))).toEqual([])
  })

  it('says who does something, or uses the passive', () => {
    const VAGUE = /\b(?:nobody|somebody|whoever)\b/i
    expect(prose.filter((page) => VAGUE.test(text(page)))).toEqual([])
  })
})

describe('the glossary', () => {
  const terms = [...text('docs/glossary.md').matchAll(/^\| ([a-z][^|]*?) \|/gm)].map(([, term = '']) => term)

  it('is in alphabetical order, each term once', () => {
    expect(terms.length).toBeGreaterThan(30)
    expect(terms).toEqual([...new Set(terms)].sort())
  })
})
