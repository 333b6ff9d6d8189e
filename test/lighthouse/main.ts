import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installForOneRun } from '../../scripts/install-for-one-run.ts'
import { requirePinnedNode } from '../../scripts/node-version.ts'
import { runTool } from '../../scripts/run.ts'
import { spawnDevServer } from '../support/dev-server.ts'
import { readScores, type Scores } from './scores.ts'

/*
 * `npm run lighthouse`: Lighthouse's four scores of the pages, on a phone and on a desktop. Exits 1 where one is below 98.
 * Wants Chromium, and a machine with nothing else to do: performance is measured in time. Decision 19.
 */
requirePinnedNode()

const LIGHTHOUSE = 'lighthouse@13.5.0'
const LEAST = 98

const PAGES = ['/', '/docs', '/docs/api/instant-messages']
const FORMS = { phone: [], desktop: ['--preset=desktop'] } as const

process.env.CHROME_PATH ??= '/usr/bin/chromium'

/** What Lighthouse says of one page. */
async function scoresOf(url: string, form: readonly string[], folder: string): Promise<Scores> {
  const file = join(folder, 'report.json')
  const code = await runTool('lighthouse/cli/index.js', [
    url,
    '--quiet',
    '--output=json',
    `--output-path=${file}`,
    '--chrome-flags=--headless=new --no-sandbox',
    ...form,
  ])
  if (code !== 0) throw new Error(`Lighthouse ended with ${code}`)
  return readScores(await readFile(file, 'utf8'))
}

if (!installForOneRun([LIGHTHOUSE])) process.exit(1)
const server = await spawnDevServer()
const folder = await mkdtemp(join(tmpdir(), 'straks-lighthouse-'))
let isGood = true
try {
  for (const path of PAGES)
    for (const [name, form] of Object.entries(FORMS)) {
      const scores = await scoresOf(server.url + path, form, folder)
      isGood &&= Object.values(scores).every((score) => score >= LEAST)
      const told = Object.entries(scores).map(([category, score]) => `${category} ${score}`)
      process.stdout.write(`${path} on a ${name}: ${told.join(', ')}\n`)
    }
} finally {
  await rm(folder, { recursive: true, force: true })
  await server.stop()
}
process.exit(isGood ? 0 : 1)
