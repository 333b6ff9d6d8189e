import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/run.ts'

const SELF = 'test/repository/citations.test.ts'

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => /\.(?:ts|mjs|js|md|toml|yml)$/.test(path) && path !== SELF && existsSync(ROOT + path))

const texts = new Map(files.map((path) => [path, readFileSync(ROOT + path, 'utf8')]))

const pages = files.filter((path) => /^docs\/altinn\/.+\.md$/.test(path))

/** A heading of a page about Altinn: its anchor, and the number that it shows. */
const HEADING = /^#{2,3} <a id="(\d+(?:\.\d+)?)"><\/a>(\d+(?:\.\d+)?)\.? /gm

const anchorsOf = (page: string): readonly string[] =>
  [...(texts.get(page) ?? '').matchAll(HEADING)].map(([, anchor = '']) => anchor)

/** The sections that a citation of an entry page can name: its own, and those of the pages in the folder of its name. */
const sectionsOf = (entry: string): ReadonlySet<string> =>
  new Set(
    pages
      .filter((page) => page === entry || page.startsWith(`${entry.slice(0, -'.md'.length)}/`))
      .flatMap((page) => anchorsOf(page)),
  )

/** `docs/altinn/notifications.md §7.5, §7.6`. */
const CITATION = /(docs\/altinn\/[\w-]+\.md)((?:,? §\d+(?:\.\d+)?)+)/g

type Citation = { readonly file: string; readonly page: string; readonly section: string }

const citations: readonly Citation[] = [...texts].flatMap(([file, text]) =>
  [...text.matchAll(CITATION)].flatMap(([, page = '', sections = '']) =>
    [...sections.matchAll(/§(\d+(?:\.\d+)?)/g)].map(([, section = '']) => ({ file, page, section })),
  ),
)

describe('the pages about Altinn', () => {
  it('number each section once, and anchor it by its number', () => {
    for (const entry of ['docs/altinn/notifications.md', 'docs/altinn/correspondence.md']) {
      const family = pages.filter((page) => page === entry || page.startsWith(`${entry.slice(0, -'.md'.length)}/`))
      const headings = family.flatMap((page) => [...(texts.get(page) ?? '').matchAll(HEADING)])
      for (const [line, anchor, shown] of headings) expect(anchor, line).toBe(shown)
      const anchors = headings.map(([, anchor]) => anchor)
      expect(new Set(anchors).size, entry).toBe(anchors.length)
      expect(anchors.length, entry).toBeGreaterThan(20)
    }
  })

  it('name the source of every section', () => {
    const unsourced = pages.flatMap((page) => {
      const sections = (texts.get(page) ?? '').split(/^(?=#{2,3} <a id=)/m).slice(1)
      return sections
        .filter((section) => !section.includes('Source:') && section.trim().split('\n').length > 1)
        .map((section) => `${page}: ${section.split('\n')[0]}`)
    })
    expect(unsourced).toEqual([])
  })

  it('have an anchor for every link to a section of theirs', () => {
    const broken: string[] = []
    for (const [file, text] of texts) {
      if (!file.endsWith('.md')) continue
      for (const [, target = '', anchor = ''] of text.matchAll(/\]\(([^)#\s]*)#(\d[^)\s]*)\)/g)) {
        const page = target === '' ? file : posix.join(posix.dirname(file), target)
        if (!anchorsOf(page).includes(anchor)) broken.push(`${file} → ${target}#${anchor}`)
      }
    }
    expect(broken).toEqual([])
  })
})

describe('a citation', () => {
  it('names a section that there is', () => {
    expect(citations.length).toBeGreaterThan(80)
    const unresolved = citations
      .filter(({ page, section }) => !sectionsOf(page).has(section))
      .map(({ file, page, section }) => `${file}: ${page} §${section}`)
    expect(unresolved).toEqual([])
  })

  it('names its section wherever code cites a page about Altinn', () => {
    const vague = [...texts]
      .filter(([file]) => file.endsWith('.ts'))
      .flatMap(([file, text]) =>
        [...text.matchAll(/docs\/altinn\/[\w-]+\.md(?! §\d)/g)].map(([cited]) => `${file}: ${cited}`),
      )
    expect(vague).toEqual([])
  })

  it('of a page of the project’s own leads to one that there is', () => {
    const missing = [...texts].flatMap(([file, text]) =>
      [...text.matchAll(/(?<![\w/.-])docs\/[\w/.-]+\.md\b/g)]
        .map(([page]) => page)
        .filter((page) => !existsSync(ROOT + page))
        .map((page) => `${file}: ${page}`),
    )
    expect(missing).toEqual([])
  })

  it('never names a document outside the repository', () => {
    const OUTSIDE = /\bseeds? 0\d\d\b|\bspec\/[a-z]|\bdesign \d|\b(?:ecosystem|models|stack|review|design)\.md\b/i
    const left = [...texts].flatMap(([file, text]) =>
      text.split('\n').flatMap((line, index) => (OUTSIDE.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
    )
    expect(left).toEqual([])
  })
})
