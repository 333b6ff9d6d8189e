import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { NODE_FLAGS } from '../../extension/server/node-flags.ts'
import { keyTimes, typeKeys } from '../lint/keys.ts'
import { LanguageServer } from '../lint/language-server.ts'
import type { LargeFile } from '../lint/large-file.ts'
import type { KeyTimes, LintTimes } from '../lint/linter.ts'
import { LARGE_ORDERS, ordersText, placesToType } from '../lint/orders.ts'
import { bareServer, libraryServer, memoryWith, type ServerStart, startServer } from '../lint/server-start.ts'
import { newFolder } from '../processes/folders.ts'
import { ROOT } from '../root.ts'
import { median } from '../statistics.ts'

const BYTES_PER_KIB = 1_024

const STARTS = 9
const MEMORY_STARTS = 5

const KEYS = 300

/** How often each is timed, in turn with what stands beside it: a percentile of one round says as much of the machine. */
const ROUNDS = 3

/** What Node is told to run. */
const SERVER: readonly string[] = [join(ROOT, 'extension/dist/server.js'), '--stdio']

/** What the editor costs. */
export type Lint = {
  readonly ours: LintTimes
  readonly peer: LintTimes
  /** The first start after an installation, and the later ones, which find what the first has compiled. */
  readonly firstStart: ServerStart
  readonly start: ServerStart
  /** The same of a process that judges nothing. */
  readonly bareStart: ServerStart
  /** What a server holds that has an ordinary file open, and one that has the protocol's library and judges nothing. */
  readonly openMemoryMib: { readonly ours: number; readonly library: number }
  readonly packageKib: number
  /** A key over the connection of the packed server, in an ordinary file and in one of 10 MB. */
  readonly serverKeys: ServerKeys
  readonly largeKeys: ServerKeys & LargeFile
}

/** Keys of a server, and of one that answers as much and judges nothing. */
type ServerKeys = { readonly ours: KeyTimes; readonly bare: KeyTimes }

/** Times one subject in a process of its own, so that none finds what another has warmed up. */
const timesOf = (subject: string, flags: readonly string[] = []): string =>
  execFileSync(process.execPath, [...flags, join(ROOT, 'bench/lint/main.ts'), subject], { encoding: 'utf8' })

async function keysOf(program: readonly string[], text: string) {
  const server = new LanguageServer(program, newFolder('compiled'))
  const bytes = await server.open(text)
  const times = await typeKeys(placesToType(text), KEYS, async (place) => {
    const startedAt = performance.now()
    await server.type(place, '7')
    return performance.now() - startedAt
  })
  await server.end()
  return { bytes, times: keyTimes(times) }
}

const medianKeys = (rounds: readonly KeyTimes[]): KeyTimes => ({
  medianMs: median(rounds.map(({ medianMs }) => medianMs)),
  p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
})

/** Types keys in a file that the packed server has open, from the key sent to its diagnostics received. */
async function measureServerKeys(text: string): Promise<ServerKeys> {
  const ours: KeyTimes[] = []
  const bare: KeyTimes[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const { bytes, times } = await keysOf(SERVER, text)
    ours.push(times)
    bare.push((await keysOf(bareServer(bytes), text)).times)
  }
  return { ours: medianKeys(ours), bare: medianKeys(bare) }
}

/** The median round, figure by figure. */
function medianTimes(rounds: readonly LintTimes[]): LintTimes {
  const of = (figure: (times: LintTimes) => number): number => median(rounds.map(figure))
  return {
    firstMs: of(({ firstMs }) => firstMs),
    fullMs: of(({ fullMs }) => fullMs),
    fullCpuMs: of(({ fullCpuMs }) => fullCpuMs),
    worstMs: of(({ worstMs }) => worstMs),
    worstCpuMs: of(({ worstCpuMs }) => worstCpuMs),
    worstFindings: of(({ worstFindings }) => worstFindings),
    keys: medianKeys(rounds.map(({ keys }) => keys)),
    keysBeside: medianKeys(rounds.map(({ keysBeside }) => keysBeside)),
  }
}

/** Times both linters in turn, so that what disturbs the machine disturbs both. */
function measureLinters(): Pick<Lint, 'ours' | 'peer'> {
  const ours: LintTimes[] = []
  const peer: LintTimes[] = []
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(JSON.parse(timesOf('ours', NODE_FLAGS)))
    peer.push(JSON.parse(timesOf('peer')))
  }
  return { ours: medianTimes(ours), peer: medianTimes(peer) }
}

/** The median start, figure by figure. */
const medianOf = (starts: readonly ServerStart[]): ServerStart => ({
  startMs: median(starts.map(({ startMs }) => startMs)),
  memoryMib: median(starts.map(({ memoryMib }) => memoryMib)),
})

/** Starts ours and one that does nothing in turn, so that what disturbs the machine disturbs both. */
async function measureStarts(): Promise<Pick<Lint, 'firstStart' | 'start' | 'bareStart'>> {
  const compiled = newFolder('compiled')
  const firstStart = await startServer(SERVER, compiled)
  const later: ServerStart[] = []
  const bare: ServerStart[] = []
  for (let start = 0; start < STARTS; start++) {
    later.push(await startServer(SERVER, compiled))
    bare.push(await startServer(bareServer(0), compiled))
  }
  return { firstStart, start: medianOf(later), bareStart: medianOf(bare) }
}

/** Opens an ordinary file in ours and in one that judges nothing, in turn. */
async function measureOpenMemory(): Promise<Lint['openMemoryMib']> {
  const text = ordersText()
  const compiled = newFolder('compiled')
  const first = await memoryWith(text, SERVER, compiled)
  const ours: number[] = []
  const library: number[] = []
  for (let start = 0; start < MEMORY_STARTS; start++) {
    ours.push((await memoryWith(text, SERVER, compiled)).memoryMib)
    library.push((await memoryWith(text, libraryServer(first.bytes), compiled)).memoryMib)
  }
  return { ours: median(ours), library: median(library) }
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
  const linters = measureLinters()
  const large: LargeFile = JSON.parse(timesOf('large'))
  const serverKeys = await measureServerKeys(ordersText())
  const largeKeys = { ...large, ...(await measureServerKeys(ordersText(LARGE_ORDERS))) }
  const openMemoryMib = await measureOpenMemory()
  return { ...linters, ...(await measureStarts()), openMemoryMib, packageKib, serverKeys, largeKeys }
}
