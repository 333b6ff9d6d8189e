import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileForm } from '../../extension/document/file-form.ts'
import { findingsOfFile, lintFile } from '../../extension/lint/lint-file.ts'
import { DEFAULT_LINT_OPTIONS } from '../../extension/lint/options.ts'
import { ROOT } from '../../scripts/run.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'

const FOLDER = `${ROOT}examples/`
const README = readFileSync(`${FOLDER}README.md`, 'utf8')

const files = readdirSync(FOLDER).filter((name) => /\.(?:json|http)$/.test(name))

/** Where the table of the folder's page says that a file goes. */
const pathOf = (file: string): string | undefined =>
  README.split('\n')
    .find((line) => line.includes(`](${file})`))
    ?.match(/`(\/[^`]+)`/)?.[1]

let server: DevServer
let token = ''

beforeAll(async () => {
  server = await startDevServer()
  const answer = await fetch(`${server.url}/dev/token`, { method: 'POST' })
  token = String(Object(await answer.json()).access_token)
})
afterAll(() => server.stop())

/** The requests of an `.http` file, its variables filled in. */
function requestsIn(
  text: string,
): readonly { method: string; url: string; headers: Headers; body: string | undefined }[] {
  const filled = text.replaceAll('{{host}}', server.url).replace(/\{\{login\.[\w.]+\}\}/g, token)
  return filled.split(/^###.*$/m).flatMap((part) => {
    const lines = part.split('\n').filter((line) => !/^(?:#|@)/.test(line))
    const [first = '', ...rest] = lines.join('\n').trim().split('\n')
    const [, method, url] = /^(GET|POST|PUT|DELETE) (\S+)$/.exec(first) ?? []
    if (method === undefined || url === undefined) return []
    const [head = '', ...body] = rest.join('\n').split('\n\n')
    const headers = new Headers(
      head
        .split('\n')
        .filter((line) => line.includes(': '))
        .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
    )
    return [{ method, url, headers, body: body.length > 0 ? body.join('\n\n') : undefined }]
  })
}

describe('each example', () => {
  it.each(files)('is found right by the editor: %s', (file) => {
    const form = fileForm(file)
    if (!form) throw new Error(`${file} is of no form that the editor reads.`)
    const linted = lintFile(readFileSync(FOLDER + file, 'utf8'), form, DEFAULT_LINT_OPTIONS)
    expect(linted.pieces.filter(({ kind }) => kind !== undefined).length).toBeGreaterThan(0)
    const serious = findingsOfFile(linted).filter(({ severity }) => severity === 'error' || severity === 'warning')
    expect(serious.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([])
  })

  it.each(files.filter((file) => file.endsWith('.json')))('is accepted by the service: %s', async (file) => {
    const path = pathOf(file)
    expect(path, `the table in examples/README.md says where ${file} goes`).toBeDefined()
    const response = await fetch(server.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: readFileSync(FOLDER + file, 'utf8'),
    })
    expect(response.ok, await response.text()).toBe(true)
  })

  it.each(files.filter((file) => file.endsWith('.http')))('of an .http file is answered: %s', async (file) => {
    const requests = requestsIn(readFileSync(FOLDER + file, 'utf8'))
    expect(requests.length).toBeGreaterThan(2)
    for (const { method, url, headers, body } of requests) {
      const response = await fetch(url, { method, headers, ...(body !== undefined && { body }) })
      expect(response.ok, `${method} ${url}: ${await response.text()}`).toBe(true)
    }
  })
})
