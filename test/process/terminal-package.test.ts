import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packTerminal } from '../../extension/scripts/terminal.ts'

/** The machine's own Node where it has one: the one that npm scripts run on comes with this repository. */
const PATH = (process.env.PATH ?? '')
  .split(delimiter)
  .filter((folder) => !folder.includes('node_modules'))
  .concat(dirname(process.execPath))
  .join(delimiter)

async function runIn(cwd: string, command: string, words: readonly string[], input = '') {
  const child = spawn(command, words, { cwd, stdio: 'pipe', env: { ...process.env, PATH, NO_COLOR: '1' } })
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { out, err, code }
}

/** Talks to a server on its standard input, which stays open until the server has answered all it was asked. */
async function talk(
  cwd: string,
  command: string,
  words: readonly string[],
  input: string,
  isAnswered: (out: string) => boolean,
) {
  const child = spawn(command, words, { cwd, stdio: 'pipe', env: { ...process.env, PATH } })
  let out = ''
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    out += part
    if (isAnswered(out)) child.stdin.end()
  })
  child.stdin.write(input)
  await ended
  return out
}

const request = (phoneNumber: string) =>
  JSON.stringify({
    idempotencyId: 'one',
    recipientSms: { phoneNumber, timeToLiveInSeconds: 120, smsSettings: { sender: 'Altinn', body: 'Hello' } },
  })

const message = (method: string, params: object, id?: number) => JSON.stringify({ jsonrpc: '2.0', id, method, params })

const withHeader = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

describe('the terminal tool as a package', () => {
  let folder: string
  const straks = (words: readonly string[], input?: string, cwd = folder) =>
    runIn(cwd, join(folder, 'node_modules/.bin/straks'), words, input)

  const server = (words: readonly string[], input: string, isAnswered: (out: string) => boolean) =>
    talk(folder, join(folder, 'node_modules/.bin/straks'), words, input, isAnswered)

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'straks-terminal-'))
    const tarball = await packTerminal()
    await writeFile(join(folder, 'package.json'), '{ "private": true }\n')
    const installed = await runIn(folder, 'npm', ['install', '--offline', '--no-audit', '--no-fund', tarball])
    expect(installed.code, installed.err).toBe(0)
    await mkdir(join(folder, 'requests/inner'), { recursive: true })
    await writeFile(join(folder, 'requests/right.notification.json'), request('+4799999999'))
    await writeFile(join(folder, 'requests/inner/wrong.notification.json'), request('99'))
  })

  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('brings nothing else along', async () => {
    const lock = JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8'))
    expect(Object.keys(lock.packages).sort()).toEqual(['', 'node_modules/straks'])
  })

  it('lints files, folders and globs, and exits by what it found', async () => {
    expect(await straks(['lint', 'requests/right.notification.json'])).toEqual({ out: '', err: '', code: 0 })
    for (const pattern of ['requests', 'requests/**/*.json']) {
      const { out, code } = await straks(['lint', '--format', 'json', pattern])
      expect(code).toBe(1)
      const found = JSON.parse(out).map(({ file, code: rule }: Record<string, string>) => `${file} ${rule}`)
      expect(found).toEqual(['requests/inner/wrong.notification.json phone-number'])
    }
    expect(await straks(['lint', 'nowhere.json'])).toMatchObject({ code: 2 })
  })

  it('takes its settings from the nearest configuration file, and the command line before it', async () => {
    const config = { rules: { 'phone-number': 'off' }, files: ['requests/**/*.json'], language: 'nn' }
    const path = join(folder, 'straks.config.json')
    await writeFile(path, JSON.stringify(config))
    try {
      expect(await straks(['lint'])).toMatchObject({ out: '', code: 0 })
      expect(await straks(['lint', 'wrong.notification.json'], '', join(folder, 'requests/inner'))).toMatchObject({
        code: 0,
      })
      expect(await straks(['lint', '--rule', 'phone-number=error'])).toMatchObject({ code: 1 })
      await writeFile(path, JSON.stringify({ rules: { 'phone-numbr': 'off' } }))
      const { err, code } = await straks(['lint', 'requests'])
      expect(code).toBe(2)
      expect(err).toContain('there is no rule phone-numbr; did you mean phone-number?')
      await writeFile(path, '{ "profil": "strict" }')
      expect(await straks(['lint', 'requests'])).toMatchObject({ code: 2 })
    } finally {
      await rm(path)
    }
  })

  it('says of a number what the API says, on every Node', async () => {
    const written = request('+4799999999').replace(':120', ':120.0')
    const { out, code } = await straks(['lint', '-', '--format', 'json'], written)
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject([{ code: 'schema', pointer: '/recipientSms/timeToLiveInSeconds' }])
  })

  it('writes a Code Quality report', async () => {
    const { out } = await straks(['lint', '--format', 'gitlab', 'requests'])
    expect(JSON.parse(out)).toEqual([
      {
        description: expect.any(String),
        check_name: 'phone-number',
        content: { body: 'https://github.com/straks/straks/blob/main/docs/rules/phone-number.md' },
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        severity: 'major',
        location: { path: 'requests/inner/wrong.notification.json', lines: { begin: 1, end: 1 } },
      },
    ])
  })

  it('explains rules, and guesses what a misspelt one means', async () => {
    const { out, code } = await straks(['explain', 'sms-parts'])
    expect(code).toBe(0)
    expect(out).toMatch(/^# sms-parts\n/)
    expect((await straks(['explain', '--language', 'nb'])).out).toContain('phone-number: ')
    for (const unknown of ['sms-part', 'constructor', '../../package', ''])
      expect(await straks(['explain', unknown])).toMatchObject({ out: '', code: 2 })
    expect((await straks(['explain', 'sms-part'])).err).toContain('did you mean sms-parts?')
  })

  it('previews what recipients see', async () => {
    const { out, code } = await straks(['preview', 'requests/right.notification.json'])
    expect(code).toBe(0)
    expect(out).toContain('SMS · 5/160 · GSM-7 · 1 SMS')
    const { out: previews } = await straks(['preview', '--format', 'json', '-'], request('+4799999999'))
    expect(JSON.parse(previews)).toMatchObject([{ kind: 'instant-sms', messages: [{ channel: 'sms', body: 'Hello' }] }])
    const order = {
      idempotencyId: 'a',
      recipient: { recipientEmail: { emailAddress: 'a@example.com', emailSettings: { subject: 'A', body: 'B' } } },
    }
    const { out: inNynorsk } = await straks(
      ['preview', '--language', 'nn', '-'],
      JSON.stringify({ ...order, reminders: [{ ...order, delayDays: 1 }] }),
    )
    expect(inNynorsk).toContain('\n## E-post · revarsel · Revarsel: 1 × 24 timar')
    expect(inNynorsk).toContain('\nTil: a@example.com\nEmne: A\n')
    expect(await straks(['preview', 'package.json'])).toMatchObject({ out: '', code: 1 })
  })

  it('serves an editor', async () => {
    const initialize = message('initialize', { processId: null, rootUri: null, capabilities: {} }, 1)
    const uri = 'file:///wrong.notification.json'
    const textDocument = { uri, languageId: 'json', version: 1, text: request('99') }
    const words = [
      initialize,
      message('initialized', {}),
      message('textDocument/didOpen', { textDocument }),
      message('textDocument/diagnostic', { textDocument: { uri } }, 2),
    ]
    const out = await server(['lsp', '--stdio'], words.map(withHeader).join(''), (said) => said.includes('"id":2,'))
    expect(out).toContain('"name":"straks"')
    expect(out).toContain('"code":"phone-number"')
    expect(await straks(['lsp'])).toMatchObject({ out: '', code: 2 })
  })

  it('serves a language model', async () => {
    const call = (id: number, name: string, given: object) => message('tools/call', { name, arguments: given }, id)
    const clientInfo = { name: 'test', version: '1' }
    const words = [
      message('initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo }, 1),
      message('notifications/initialized', {}),
      message('tools/list', {}, 2),
      call(3, 'validate', { text: request('99') }),
      call(4, 'explain', { code: 'sms-parts' }),
      call(5, 'preview', { text: request('+4799999999') }),
      call(6, 'count_sms_parts', { body: 'ą'.repeat(71) }),
      call(7, 'explain', { code: '__proto__' }),
    ]
    const isAnswered = (out: string) => [2, 3, 4, 5, 6, 7].every((id) => out.includes(`"id":${id}`))
    const out = await server(['mcp'], `${words.join('\n')}\n`, isAnswered)
    const answers = new Map(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map(({ id, result }) => [id, result]),
    )
    const textOf = (id: number): string => answers.get(id)?.content[0].text
    expect(answers.get(2).tools.map(({ name }: { name: string }) => name)).toEqual([
      'validate',
      'explain',
      'preview',
      'count_sms_parts',
    ])
    expect(JSON.parse(textOf(3))).toMatchObject({ valid: false, findings: [{ code: 'phone-number' }] })
    expect(textOf(4)).toMatch(/^# sms-parts\n/)
    expect(JSON.parse(textOf(5)).requests[0].messages[0]).toMatchObject({ body: 'Hello' })
    expect(JSON.parse(textOf(6))).toMatchObject({ encoding: 'UCS-2', parts: 2 })
    expect(textOf(7)).toContain('there is no rule')
  })
})
