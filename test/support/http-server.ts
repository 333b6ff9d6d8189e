import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Description, operationIndexAfter, operationsOf } from '../../scripts/generate/operation-index.ts'
import { ROOT } from '../../scripts/run.ts'
import { operationsCalled } from './called-operations.ts'
import { spawnDevServer } from './dev-server.ts'
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

type CalledBy = ReadonlyMap<string, ReadonlySet<string>>

/** The names of the operations that each file of the suite called. */
function callsByFile(description: Description, lines: readonly string[]): CalledBy {
  const operations = operationsOf(description)
  return new Map(
    [...requestsByFile(lines)].map(([file, requests]) => [file, operationsCalled(operations, requests)] as const),
  )
}

/** Writes the index of what was called by which file where this is a recording; warns where it is older than the suite. */
async function settleIndex(description: Description, calledBy: CalledBy): Promise<void> {
  const { path, content } = operationIndexAfter(description, calledBy)
  if (process.env.RECORD !== undefined) await writeFile(ROOT + path, content)
  else if ((await readFile(ROOT + path, 'utf8')) !== content)
    console.warn(`${path} is older than what ran: RECORD=1 and the same command bring it up to date.`)
}

/** Fails where the suite left an operation out. */
function judgeCalls(description: Description, calledBy: CalledBy): void {
  const called = new Set([...calledBy.values()].flatMap((names) => [...names]))
  const left = operationsOf(description).filter(({ name }) => !called.has(name))
  if (left.length > 0) throw new Error(`The suite never called ${left.map(({ name }) => name).join(', ')}.`)
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
  const server = await spawnDevServer({ vars: { RECEIPT_GRACE_SECONDS: '1' } })
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
    const calledBy = callsByFile(description, requests.flat())
    await settleIndex(description, calledBy)
    // One file may use no secret, and need not call all there is.
    if (!(await ranWhole(project))) return
    if (secrets.size === 0 || !printed.includes(A_REQUEST))
      throw new Error('The log was not searched: nothing to search.')
    judgeCalls(description, calledBy)
  }
}
