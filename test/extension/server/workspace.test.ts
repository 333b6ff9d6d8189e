import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  CancellationToken,
  CancellationTokenSource,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  FileChangeType,
  LSPErrorCodes,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol'
import { ServerProcess } from '../support/server.ts'

const PULLS = { capabilities: { textDocument: { diagnostic: {} } } }
const sms = (phoneNumber: string): string =>
  JSON.stringify({
    idempotencyId: 'a',
    recipientSms: { phoneNumber, timeToLiveInSeconds: 120, smsSettings: { body: 'Hei' } },
  })

const ask = (server: ServerProcess, known: WorkspaceDiagnosticReport = { items: [] }, token = CancellationToken.None) =>
  server.connection.sendRequest(
    WorkspaceDiagnosticRequest.type,
    {
      previousResultIds: known.items.flatMap(({ uri, resultId }) =>
        resultId === undefined ? [] : [{ uri, value: resultId }],
      ),
    },
    token,
  )

/** What a report says of each file, by its name: the codes, or that nothing has changed. */
const summary = ({ items }: WorkspaceDiagnosticReport) =>
  Object.fromEntries(
    items.map((item) => [
      item.uri.split('/').at(-1),
      item.kind === 'full' ? item.items.map(({ code }) => code) : item.kind,
    ]),
  )

describe('a folder', () => {
  let folder: string
  let uri: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'straks-'))
    uri = pathToFileURL(folder).href
    await write('a.notification.json', sms('99999999'))
    await write('b.varsling.json', sms('+4799999999'))
    await write('package.json', sms('99999999'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text)

  it('is judged file by file where the names promise requests, opened or not', async () => {
    await using server = new ServerProcess({ ...PULLS, folder: uri })
    await server.initialized
    expect(summary(await ask(server))).toEqual({ 'a.notification.json': ['phone-number'], 'b.varsling.json': [] })
  })

  it('leaves an open file to the questions about that file, until it is closed', async () => {
    await using server = new ServerProcess({ ...PULLS, folder: uri })
    await server.open(`${uri}/a.notification.json`, sms('+4799999999'))
    expect(summary(await ask(server))).toEqual({ 'b.varsling.json': [] })
    const textDocument = { uri: `${uri}/a.notification.json` }
    await server.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument })
    expect(summary(await ask(server))).toEqual({ 'a.notification.json': ['phone-number'], 'b.varsling.json': [] })
  })

  it('answers a second question when a file has changed, and only about what is new', async () => {
    await using server = new ServerProcess({ ...PULLS, folder: uri })
    await server.initialized
    const first = await ask(server)
    let answered = false
    const second = ask(server, first).then((report) => {
      answered = true
      return report
    })
    // A question of another kind, asked later, is answered before: the first one is being kept waiting.
    await server.connection.sendRequest('straks/validate', { text: '{}' })
    expect(answered).toBe(false)
    await write('b.varsling.json', sms('12345'))
    await rm(join(folder, 'a.notification.json'))
    await server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `${uri}/b.varsling.json`, type: FileChangeType.Changed }],
    })
    expect(summary(await second)).toEqual({ 'a.notification.json': [], 'b.varsling.json': ['phone-number'] })
  })

  it('has an answer that was not waited for told with the next question', async () => {
    await using server = new ServerProcess({ ...PULLS, folder: uri })
    await server.initialized
    const first = await ask(server)
    await write('b.varsling.json', sms('12345'))
    await server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `${uri}/b.varsling.json`, type: FileChangeType.Changed }],
    })
    const cancelled = new CancellationTokenSource()
    const second = ask(server, first, cancelled.token)
    cancelled.cancel()
    await expect(second).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled })
    expect(summary(await ask(server, first))).toEqual({
      'a.notification.json': 'unchanged',
      'b.varsling.json': ['phone-number'],
    })
  })

  it('says so where nothing is new', async () => {
    await using server = new ServerProcess({ ...PULLS, folder: uri })
    await server.initialized
    const first = await ask(server)
    await server.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [] })
    expect(summary(await ask(server, first))).toEqual({
      'a.notification.json': 'unchanged',
      'b.varsling.json': 'unchanged',
    })
  })
})

it('files are asked for at the client that says it has them', async () => {
  const files = new Map([['memfs:/x.notification.json', sms('99999999')]])
  await using server = new ServerProcess({ ...PULLS, initializationOptions: { files: true } })
  server.connection.onRequest('straks/files', () => [...files.keys(), 'memfs:/gone.notification.json'])
  server.connection.onRequest('straks/file', ({ uri }: { uri: string }) => files.get(uri) ?? null)
  await server.initialized
  expect(summary(await ask(server))).toEqual({ 'x.notification.json': ['phone-number'] })
})

it('a client with commands is told how each document fares', async () => {
  await using server = new ServerProcess({ ...PULLS, initializationOptions: { commands: true } })
  const statuses: unknown[] = []
  const told = new Promise<void>((resolve) => {
    server.connection.onNotification('straks/status', (status) => {
      statuses.push(status)
      if (statuses.length === 2) resolve()
    })
  })
  const uri = 'file:///project/list.notification.json'
  await server.open(uri, `[${sms('99999999')}, ${sms('+4799999999')}]`)
  await server.pull(uri)
  await server.change(uri, 2, [{ text: `[${sms('+4799999999')}]` }])
  await told
  const clean = { uri, requests: 1, kinds: ['instant-sms'], errors: 0, warnings: 0 }
  expect(statuses).toEqual([{ ...clean, requests: 2, errors: 1 }, clean])
})

it('a language model is given the verdict on a text that is in no file', async () => {
  await using server = new ServerProcess(PULLS)
  await server.initialized
  const validate = (text: string) => server.connection.sendRequest('straks/validate', { text })
  expect(await validate(sms('99999999'))).toMatchObject([
    {
      code: 'phone-number',
      severity: 'error',
      pointer: '/recipientSms/phoneNumber',
      range: { start: { line: 0 }, end: { line: 0 } },
    },
  ])
  expect(await validate(sms('+4799999999'))).toEqual([])
  expect(await validate('{ "recipientSms": ')).toMatchObject([{ code: 'json-syntax' }])
})
