import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { LOCAL_TOOL_SETTINGS, ROOT } from '../../scripts/run.ts'
import { WRANGLER } from '../../scripts/worker-types.ts'
import { BUNDLE_FILE } from '../support/built-worker/files.ts'
import { builtWorker } from '../support/built-worker/folder.ts'

const run = promisify(execFile)
const KIBIBYTE = 1_024

/** What wrangler would upload for production. */
async function productionBundle(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'straks-bundle-'))
  const parameters = ['deploy', '--dry-run', `--outdir=${folder}`, '--env=production']
  const env = { ...process.env, ...LOCAL_TOOL_SETTINGS }
  await run(process.execPath, [`${ROOT}node_modules/${WRANGLER}`, ...parameters], { cwd: ROOT, env })
  const bundle = await readFile(join(folder, BUNDLE_FILE), 'utf8')
  await rm(folder, { recursive: true, force: true })
  return bundle
}

/** The texts that a bundle contains, which writes a character outside ASCII as its number. */
function textsIn(bundle: string, texts: readonly string[]): readonly string[] {
  const words = bundle.replace(/\\u([\da-f]{4})/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  )
  return texts.filter((text) => words.includes(text))
}

let development = ''
let production = ''
beforeAll(async () => {
  development = await readFile(join(await builtWorker(), BUNDLE_FILE), 'utf8')
  production = await productionBundle()
})

const ONLY_IN_DEVELOPMENT = [
  'Get a token of the local issuer',
  '/inbox/messages',
  '/shipments/{shipmentId}/due',
  'urn:straks:local-issuer',
  'generateKeyPair',
  'LocalIssuer',
]

/** A route's summary, what an answer is said to be, what headers of one are, and members of answers: Altinn's and our own. */
const ONLY_DESCRIBED = [
  'Send an SMS at once',
  'It is cancelled.',
  'How long delivery is tried, in seconds.',
  'For those who run the service: find, move and erase',
  'The address of the shipment’s status.',
  'Seconds until the fence opens.',
  'differs from the first one with the same key',
  'The problem in words.',
  'What providers know the message by.',
  'Deliveries that have not been received.',
]

/** A refusal's sentence, which a bundle says: so a text is found, also with a character outside ASCII. */
const SAID = ['A key of the form is longer than any member’s path.']

describe('the production bundle', () => {
  it('contains neither the local issuer nor the development routes, which the development bundle contains', () => {
    expect(textsIn(development, ONLY_IN_DEVELOPMENT)).toEqual(ONLY_IN_DEVELOPMENT)
    expect(textsIn(production, ONLY_IN_DEVELOPMENT)).toEqual([])
  })

  it('has nothing that only describes the API', () => {
    expect(textsIn(production, ONLY_DESCRIBED)).toEqual([])
    expect(textsIn(production, SAID)).toEqual(SAID)
  })

  // 200 KiB is the goal. What each part of it is: `npm run bench -- --only start-up`, and docs/benchmarks.md.
  it('is at most 253 KiB when compressed', () => {
    expect(gzipSync(production).length).toBeLessThanOrEqual(253 * KIBIBYTE)
  })
})
