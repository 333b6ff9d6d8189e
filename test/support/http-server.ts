import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { ROOT } from '../../scripts/run.ts'
import { type Description, operationsCalled, operationsOf } from './called-operations.ts'
import { startDevServer } from './dev-server.ts'
import { INDEX_FILE, operationIndex } from './operation-index.ts'
import { SERVICES, type ServiceUnderTest } from './service-under-test.ts'

/** What the Worker logs of each request: without it only wrangler's own lines were searched. */
const A_REQUEST = '"event":"request"'

const linesOf = async (file: string): Promise<readonly string[]> => (await readFile(file, 'utf8')).split('\n')

/** Fails where what the service printed names what the suite kept secret. */
function searchLog(printed: string, secrets: ReadonlySet<string>): void {
  const leaks = [...secrets].filter((secret) => printed.includes(secret))
  if (leaks.length > 0) throw new Error(`The log shows ${leaks.length} of the secrets that the suite used.`)
}

/** What each file of the suite asked for, by its path below `test/`. */
function requestsByFile(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byFile = new Map<string, string[]>()
  let requests: string[] = []
  for (const line of lines) {
    if (line.startsWith('# ')) {
      const name = line.slice(2)
      requests = byFile.get(name) ?? []
      byFile.set(name, requests)
    } else if (line !== '') requests.push(line)
  }
  return byFile
}

/** Fails where the suite left an operation out. With `RECORD` it writes the index of what was called by which file. */
async function judgeCalls(description: Description, lines: readonly string[]): Promise<void> {
  const operations = operationsOf(description)
  const calledBy = new Map(
    [...requestsByFile(lines)].map(([file, requests]) => [file, operationsCalled(operations, requests)] as const),
  )
  const called = new Set([...calledBy.values()].flatMap((names) => [...names]))
  const left = operations.filter(({ name }) => !called.has(name)).map(({ name }) => name)
  if (left.length > 0) throw new Error(`The suite never called ${left.join(', ')}.`)
  const index = operationIndex(operations, calledBy)
  if (process.env.RECORD !== undefined) await writeFile(ROOT + INDEX_FILE, index)
  else if ((await readFile(ROOT + INDEX_FILE, 'utf8')) !== index)
    console.warn(`${INDEX_FILE} is older than the suite: RECORD=1 npm run test:api writes it.`)
}

/** Whether every file of a project ran, rather than those that were asked for by name. */
async function ranWhole(project: TestProject): Promise<boolean> {
  const { testFiles } = await project.globTestFiles()
  const ran = new Set(
    project.vitest.state.getFiles().flatMap((file) => (file.projectName === project.name ? file.filepath : [])),
  )
  return testFiles.every((file) => ran.has(file))
}

/** A service that runs, and what it printed since it was ready. */
type Running = { readonly service: ServiceUnderTest; readonly stop: () => Promise<string> }

async function run(folder: string, name: string): Promise<Running> {
  const secretsFile = join(folder, `secrets-${name}.txt`)
  const requestsFile = join(folder, `requests-${name}.txt`)
  await Promise.all([writeFile(secretsFile, ''), writeFile(requestsFile, '')])
  const server = await startDevServer({ vars: { RECEIPT_GRACE_SECONDS: '1' } })
  const startUpOutput = server.output().length
  return {
    service: { baseUrl: server.url, secretsFile, requestsFile },
    stop: async () => {
      await server.stop()
      return server.output().slice(startUpOutput)
    },
  }
}

/**
 * Runs services for the whole conformance suite. Afterwards searches all they printed for the numbers, addresses, codes
 * and tokens that the suite used, and, where all of the suite ran, asks that it called every operation that the service
 * describes. One hit, or one operation left out, fails the run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'straks-conformance-'))
  const running = await Promise.all(Array.from({ length: SERVICES }, (_, index) => run(folder, String(index + 1))))
  const services = running.map(({ service }) => service)
  const description = await (await fetch(`${services[0]?.baseUrl}/openapi.json`)).json()
  project.provide('services', services)
  return async () => {
    const printed = (await Promise.all(running.map(({ stop }) => stop()))).join('\n')
    const noted = await Promise.all(services.map(({ secretsFile }) => linesOf(secretsFile)))
    const secrets = new Set(noted.flat().filter((line) => line.length >= 6))
    const requests = await Promise.all(services.map(({ requestsFile }) => linesOf(requestsFile)))
    await rm(folder, { recursive: true, force: true })
    searchLog(printed, secrets)
    // One file may use no secret, and need not call all there is.
    if (!(await ranWhole(project))) return
    if (secrets.size === 0 || !printed.includes(A_REQUEST))
      throw new Error('The log was not searched: nothing to search.')
    await judgeCalls(description, requests.flat())
  }
}
