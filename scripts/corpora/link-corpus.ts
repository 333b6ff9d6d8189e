import { readFileSync } from 'node:fs'
import { findLinks } from '../../shared/text/links/find-links.ts'

const FOLDER = new URL('../../test/corpora/links/', import.meta.url)

type Span = { readonly start: number; readonly end: number }

/** A sentence of a corpus with the links that it is known to contain. `line` is as the file has it. */
type Sample = {
  readonly category: string
  readonly line: string
  readonly text: string
  readonly links: readonly Span[]
}

/** Counts of one category. A link counts as found when a match meets it, as exact when a match is the same span. */
export type Score = {
  readonly links: number
  readonly found: number
  readonly exact: number
  readonly clean: number
  readonly falseAlarms: number
  readonly mistakes: readonly string[]
}

const withoutEscapes = (line: string): string =>
  line.replace(/\\(?:u([0-9A-Fa-f]{4})|([nt\\]))/g, (_, code: string | undefined, letter: string | undefined) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
    return letter === 'n' ? '\n' : letter === 't' ? '\t' : '\\'
  })

function readSample(category: string, line: string): Sample {
  let text = ''
  const links: Span[] = []
  for (const part of withoutEscapes(line).split('⟦')) {
    const [link, after] = part.split('⟧')
    if (after === undefined) text += part
    else {
      links.push({ start: text.length, end: text.length + (link ?? '').length })
      text += `${link}${after}`
    }
  }
  return { category, line, text, links }
}

/** Reads a corpus: one sample a line under `# category` headings, links between `⟦` and `⟧`, `\n`-style escapes. */
export function readCorpus(name: string): readonly Sample[] {
  const samples: Sample[] = []
  let category = ''
  for (const line of readFileSync(new URL(name, FOLDER), 'utf8').split('\n')) {
    if (line.startsWith('# ')) category = line.slice(2)
    else if (line !== '') samples.push(readSample(category, line))
  }
  return samples
}

const meets = (left: Span, right: Span): boolean => left.start < right.end && right.start < left.end

function scoreSample({ line, text, links }: Sample): Score {
  const matches = findLinks(text)
  const stray = matches.filter((match) => !links.some((link) => meets(match, link)))
  const found = links.filter((link) => matches.some((match) => meets(match, link)))
  const exact = links.filter((link) => matches.some(({ start, end }) => start === link.start && end === link.end))
  const mistakes = [
    ...(found.length < links.length ? [`missed: ${line}`] : []),
    ...stray.map(({ start, end }) => `false alarm (${text.slice(start, end)}): ${line}`),
  ]
  return {
    links: links.length,
    found: found.length,
    exact: exact.length,
    clean: links.length === 0 ? 1 : 0,
    falseAlarms: links.length === 0 && stray.length > 0 ? 1 : 0,
    mistakes,
  }
}

const NOTHING: Score = { links: 0, found: 0, exact: 0, clean: 0, falseAlarms: 0, mistakes: [] }

const add = (left: Score, right: Score): Score => ({
  links: left.links + right.links,
  found: left.found + right.found,
  exact: left.exact + right.exact,
  clean: left.clean + right.clean,
  falseAlarms: left.falseAlarms + right.falseAlarms,
  mistakes: [...left.mistakes, ...right.mistakes],
})

/** The score of each category, in the order of the corpus. */
export function scoreByCategory(samples: readonly Sample[]): ReadonlyMap<string, Score> {
  const scores = new Map<string, Score>()
  for (const sample of samples)
    scores.set(sample.category, add(scores.get(sample.category) ?? NOTHING, scoreSample(sample)))
  return scores
}

/** All categories together. */
export const total = (scores: Iterable<Score>): Score => Array.from(scores).reduce(add, NOTHING)

/** The share of the links that are found; 1 when there are none. */
export const recall = ({ found, links }: Score): number => (links === 0 ? 1 : found / links)

/** The share of the link-free sentences in which something is found; 0 when there are none. */
export const falseAlarmRate = ({ falseAlarms, clean }: Score): number => (clean === 0 ? 0 : falseAlarms / clean)

/** What both parts of the corpus must reach. */
export const GOALS = { recall: 0.995, falseAlarmRate: 0.005 } as const

/** The parts of the corpus. `held-out` was written before the detector and is never tuned against. */
export const PARTS = {
  development: ['links.txt', 'plain.txt'],
  'held-out': ['held-out-links.txt', 'held-out-plain.txt'],
}
