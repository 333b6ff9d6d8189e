import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { withFigures } from '../../scripts/generate/benchmarks/figures.ts'
import type { Run } from '../../scripts/generate/benchmarks/run.ts'
import { ROOT } from '../../scripts/run.ts'

const run: Run = {
  machine: 'a machine',
  date: '2026-11-26',
  sections: [
    {
      title: 'Size and start-up',
      tables: [
        { headings: ['start', 'measured', 'unit'], rows: [['ours', 360.4, 'ms']] },
        {
          headings: ['subject', 'connections', 'requests/s', 'p99 ms'],
          rows: [
            ['ours', '1', 400, 3.456],
            ['ours', '32', 700, null],
          ],
        },
      ],
    },
  ],
}

const page = (text: string, ...marks: readonly string[]): string => [text, '', ...marks].join('\n')
const mark = (id: string, name: string, place = ''): string => `[${id}]: ../benchmarks.md${place} "${name}"`

describe('a figure of the recorded run on a page', () => {
  it('is brought up to date, and leads to the table where it stands', () => {
    expect(
      withFigures(
        page('It takes [99 ms][a] and [3 ms][b].', mark('a', 'ours | measured'), mark('b', 'ours | 1 | p99 ms')),
        run,
      ),
    ).toBe(
      page(
        'It takes [360 ms][a] and [3.46 ms][b].',
        mark('a', 'ours | measured', '#size-and-start-up'),
        mark('b', 'ours | 1 | p99 ms', '#size-and-start-up'),
      ),
    )
  })

  it('may be a ratio of two', () => {
    const ratio = 'ours | 32 | requests/s ÷ ours | 1 | requests/s'
    expect(withFigures(page('[1.5][a] times', mark('a', ratio)), run)).toContain('[1.75][a] times')
  })

  it('is refused where the run has none, or no text names it', () => {
    expect(() => withFigures(page('[1][a]', mark('a', 'theirs | measured')), run)).toThrow('theirs | measured')
    expect(() => withFigures(page('[1][a]', mark('a', 'ours | 32 | p99 ms')), run)).toThrow('ours | 32 | p99 ms')
    expect(() => withFigures(page('1', mark('a', 'ours | measured')), run)).toThrow('No text names the figures a')
  })

  it('leaves all else as it is', () => {
    const other = page('[12 ms][other] and [a link](../benchmarks.md)', '[other]: ../capacity.md "ours | measured"')
    expect(withFigures(other, run)).toBe(other)
  })
})

/** A number of what is measured here: times, sizes and rates. */
const MEASURED =
  /(?<![\w.,])\d[\d.,]*(?: \d{3})*\s(?:µs|ms|microseconds|milliseconds|KiB|MiB|requests a second|requests\/s|orders a second)(?!\w)/g

/** Figures that follow the recorded run, which `npm run generate -- --check` holds. */
const MARKED = /\[[^\][]*\]\[[\w-]+\]/g

/** What was measured on another day says which; it stays as it was. */
const DAY = /\b20\d\d-\d\d-\d\d\b/

/** What is set or wanted, and not measured, wherever it stands. */
const SET: ReadonlySet<string> = new Set(
  ['1 KiB', '5 MiB', '16 KiB', '32 KiB', '32 MiB', '50 ms', '64 KiB', '256 KiB', '800 milliseconds'].concat(
    // The goals of the benchmark.
    ['3 ms', '20 ms', '30 ms', '100 ms', '64 MiB', '200 KiB'],
  ),
)

const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'bench/README.md', 'extension/README.md'].concat(
  readdirSync(`${ROOT}docs`, { recursive: true, encoding: 'utf8' })
    .map((path) => `docs/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md') && path !== 'docs/benchmarks.md'),
)

/** A table of figures has their unit in a heading. */
const HEADING = /^\|.*\| *(?:[^|\d]* )?(?:µs|ms|KiB|MiB|requests\/s)\b[^|]*\|/

/** Measured numbers of a text that stand on their own: neither marked nor dated, by their paragraph or what introduces their table or list. */
function undated(text: string): readonly string[] {
  const blocks = text.replace(/^Status: .*$/m, '').split(/\n\s*\n/)
  return blocks.flatMap((block, index) => {
    const introduction = /^[|\s-]/.test(block) ? blocks[index - 1] : ''
    if (DAY.test(`${introduction} ${block}`)) return []
    const [heading] = HEADING.exec(block) ?? []
    const numbers = block.replaceAll(MARKED, '').match(MEASURED) ?? []
    return [...numbers, ...(heading === undefined ? [] : [heading])]
      .map((number) => number.replace(/\s+/, ' '))
      .filter((number) => !SET.has(number))
  })
}

describe('the figures of the pages', () => {
  it('come from the recorded run, or say on which day they were measured', () => {
    const found = pages.flatMap((path) =>
      undated(readFileSync(ROOT + path, 'utf8')).map((number) => `${path}: ${number}`),
    )
    expect(found).toEqual([])
  })

  it('are seen where they are neither', () => {
    expect(undated('It takes 12 ms.\n\n| a | 7.5 KiB |\n\nOn 2026-11-26 1 234 µs; [9 ms][a].\n\n| b | 3 ms |')).toEqual(
      ['12 ms', '7.5 KiB'],
    )
    expect(undated('In turn:\n\n| a | µs |\n|---|---|\n| b | 7 |')).toEqual(['| a | µs |'])
    expect(undated('Measured on 2026-11-26:\n\n- 12 ms\n\nNow 13 ms')).toEqual(['13 ms'])
  })
})
