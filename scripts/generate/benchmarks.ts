import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { ROOT } from '../run.ts'
import { withFigures } from './benchmarks/figures.ts'
import { growthPlots, throughputPlot } from './benchmarks/plots.ts'
import { Run, sectionToMarkdown } from './benchmarks/run.ts'
import type { Output } from './output.ts'

const RECORDED = 'bench/recorded.json'
const FOLDER = 'docs/benchmarks'

const INTRODUCTION = `# Benchmarks

One recorded run of \`npm run bench\`, written into this page by \`npm run generate\` from [${RECORDED}](../${RECORDED}). Figures mean
something only beside the others of the same run: the ratios carry over to another machine, the figures do not.
[bench/README.md](../bench/README.md) says what each question measures and how.

\`\`\`sh
npm run bench -- --rounds 5 --record bench/recorded.json   # a new run for this page
npm run bench -- --compare bench/recorded.json             # this machine beside it
\`\`\`

**The floor** is a Worker that reads a message, stores it as one row in one of 16 Durable Objects and answers: no token, no
judge, no log, no delivery. It is what the platform itself can do here, so it is what a ratio of 1 would be. An earlier goal, 0.6 of Fastify with
Redis at 32 connections, lay above that floor on the machine where it was set, so no code could have reached it; the
goals are ratios to the floor instead.

**The least** is a Worker that does what no service of this kind can leave out, and judges nothing: at one connection, what ours uses beyond it is
what our own code costs, and [decision 22](decisions/0022-what-a-new-key-costs.md) says of what. With many connections it is no bound: ours commits
several messages together, and it does not. How ours stands beside the peer at one connection depends on how long the disk takes, since the peer waits for it
more often: that page has what was measured of it, and what was not.`

/** Pages that may name a figure of the recorded run. */
const pages = (): readonly string[] => [
  'README.md',
  ...readdirSync(`${ROOT}docs`, { recursive: true, encoding: 'utf8' })
    .map((path) => `docs/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md') && path !== `${FOLDER}.md`),
]

/** The pages that name figures of the run, with those that it has. */
function pagesWithFigures(run: Run): readonly Output[] {
  return pages().flatMap((path) => {
    const page = readFileSync(ROOT + path, 'utf8')
    const content = withFigures(page, run)
    return content === page ? [] : [{ path, content }]
  })
}

/** The page of the recorded run, its plots and its figures on other pages; nothing where no run is recorded. */
export function benchmarks(): readonly Output[] {
  if (!existsSync(ROOT + RECORDED)) return []
  const run = Run.parse(JSON.parse(readFileSync(ROOT + RECORDED, 'utf8')))
  const plots = [throughputPlot(run), ...growthPlots(run)].filter((plot) => plot !== undefined)
  const pictures = plots.map(({ name, title }) => `![${title}](benchmarks/${name}.svg)`)
  const page = [
    INTRODUCTION,
    `Recorded on ${run.date}: ${run.machine}.`,
    ...pictures,
    ...run.sections.map(sectionToMarkdown),
  ]
  return [
    { path: `${FOLDER}.md`, content: `${page.join('\n\n')}\n` },
    ...pagesWithFigures(run),
    ...plots.map(({ name, svg }) => ({ path: `${FOLDER}/${name}.svg`, content: svg })),
  ]
}
