import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { operationsNotCalled } from './called-operations.ts'
import { startDevServer } from './dev-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the service under test answers. */
    baseUrl: string
    /** The file that tests write the secrets they used to. */
    secretsFile: string | undefined
    /** The file that tests write to which operations they called. */
    requestsFile: string | undefined
  }
}

/** What the Worker logs of each request: without it only wrangler's own lines were searched. */
const A_REQUEST = '"event":"request"'

const linesOf = async (file: string): Promise<readonly string[]> => (await readFile(file, 'utf8')).split('\n')

/** Fails where what the service printed names what the suite kept secret. */
function searchLog(printed: string, secrets: ReadonlySet<string>): void {
  const leaks = [...secrets].filter((secret) => printed.includes(secret))
  if (leaks.length > 0) throw new Error(`The log shows ${leaks.length} of the secrets that the suite used.`)
  if (secrets.size === 0 || !printed.includes(A_REQUEST))
    throw new Error('The log was not searched: nothing to search.')
}

/** Whether every file of a project ran, rather than those that were asked for by name. */
async function ranWhole(project: TestProject): Promise<boolean> {
  const { testFiles } = await project.globTestFiles()
  const ran = new Set(
    project.vitest.state.getFiles().flatMap((file) => (file.projectName === project.name ? file.filepath : [])),
  )
  return testFiles.every((file) => ran.has(file))
}

/**
 * Runs the service for the whole conformance suite. Afterwards searches all it printed for the numbers, addresses, codes
 * and tokens that the suite used, and, where all of the suite ran, asks that it called every operation that the service
 * describes. One hit, or one operation left out, fails the run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'straks-conformance-'))
  const secretsFile = join(folder, 'secrets.txt')
  const requestsFile = join(folder, 'requests.txt')
  await Promise.all([writeFile(secretsFile, ''), writeFile(requestsFile, '')])
  const server = await startDevServer({ vars: { RECEIPT_GRACE_SECONDS: '1' } })
  const startUpOutput = server.output().length
  const description = await (await fetch(`${server.url}/openapi.json`)).json()
  project.provide('baseUrl', server.url)
  project.provide('secretsFile', secretsFile)
  project.provide('requestsFile', requestsFile)
  return async () => {
    await server.stop()
    const secrets = new Set((await linesOf(secretsFile)).filter((line) => line.length >= 6))
    const requests = await linesOf(requestsFile)
    await rm(folder, { recursive: true, force: true })
    searchLog(server.output().slice(startUpOutput), secrets)
    const left = (await ranWhole(project)) ? operationsNotCalled(description, requests) : []
    if (left.length > 0) throw new Error(`The suite never called ${left.join(', ')}.`)
  }
}
