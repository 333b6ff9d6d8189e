import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { NODE_FLAGS } from '../../extension/server/node-flags.ts'
import type { LintTimes } from '../lint/linter.ts'
import { BARE_SERVER, type ServerStart, startServer } from '../lint/server-start.ts'
import { newFolder } from '../processes/folders.ts'
import { ROOT } from '../root.ts'
import { median } from '../statistics.ts'

const BYTES_PER_KIB = 1_024

const STARTS = 9

/** What the editor costs. */
export type Lint = {
  readonly ours: LintTimes
  readonly peer: LintTimes
  /** The first start after an installation, and the later ones, which find what the first has compiled. */
  readonly firstStart: ServerStart
  readonly start: ServerStart
  /** The same of a process that judges nothing. */
  readonly bareStart: ServerStart
  readonly packageKib: number
}

/** Times a linter in a process of its own, so that neither finds what the other has warmed up. */
function timesOf(file: string, flags: readonly string[] = []): LintTimes {
  const output = execFileSync(process.execPath, [...flags, join(ROOT, 'bench/lint', file)], { encoding: 'utf8' })
  return JSON.parse(output)
}

/** The median start, figure by figure. */
const medianOf = (starts: readonly ServerStart[]): ServerStart => ({
  startMs: median(starts.map(({ startMs }) => startMs)),
  memoryMib: median(starts.map(({ memoryMib }) => memoryMib)),
})

/** Starts ours and one that does nothing in turn, so that what disturbs the machine disturbs both. */
async function measureStarts(): Promise<Pick<Lint, 'firstStart' | 'start' | 'bareStart'>> {
  const ours = [join(ROOT, 'extension/dist/server.js'), '--stdio']
  const compiled = newFolder('compiled')
  const firstStart = await startServer(ours, compiled)
  const later: ServerStart[] = []
  const bare: ServerStart[] = []
  for (let start = 0; start < STARTS; start++) {
    later.push(await startServer(ours, compiled))
    bare.push(await startServer(BARE_SERVER, compiled))
  }
  return { firstStart, start: medianOf(later), bareStart: medianOf(bare) }
}

/** Packs the extension, and weighs the package. */
function measurePackage(): number {
  execFileSync(process.execPath, [join(ROOT, 'extension/scripts/package.ts')], { cwd: ROOT, stdio: 'pipe' })
  const folder = join(ROOT, 'extension/dist')
  const name = readdirSync(folder).find((file) => file.endsWith('.vsix'))
  return name === undefined ? Number.NaN : statSync(join(folder, name)).size / BYTES_PER_KIB
}

/** Measures the linter beside VS Code's own validation of JSON, and the language server as it is packed. */
export async function measureLint(): Promise<Lint> {
  const packageKib = measurePackage()
  const times = { ours: timesOf('ours.ts', NODE_FLAGS), peer: timesOf('json-language-service.ts') }
  return { ...times, ...(await measureStarts()), packageKib }
}
