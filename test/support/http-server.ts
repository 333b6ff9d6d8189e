import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startDevServer } from './dev-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the service under test answers. */
    baseUrl: string
    /** The file that tests write the secrets they used to. */
    secretsFile: string | undefined
  }
}

/**
 * Runs the service for the whole conformance suite, and afterwards searches all it printed for the numbers, addresses,
 * codes and tokens that the suite used. One hit fails the run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'straks-secrets-'))
  const secretsFile = join(folder, 'secrets.txt')
  await writeFile(secretsFile, '')
  const server = await startDevServer({ vars: { RECEIPT_GRACE_SECONDS: '1' } })
  const startUpOutput = server.output().length
  project.provide('baseUrl', server.url)
  project.provide('secretsFile', secretsFile)
  return async () => {
    await server.stop()
    const secrets = new Set((await readFile(secretsFile, 'utf8')).split('\n').filter((line) => line.length >= 6))
    await rm(folder, { recursive: true, force: true })
    const printed = server.output().slice(startUpOutput)
    const leaks = [...secrets].filter((secret) => printed.includes(secret))
    if (leaks.length > 0) throw new Error(`The log shows ${leaks.length} of the secrets that the suite used.`)
    if (secrets.size === 0 || printed.length === 0) throw new Error('The log was not searched: nothing to search.')
  }
}
