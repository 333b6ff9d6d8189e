import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  CodeLensRequest,
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  ShowMessageNotification,
} from 'vscode-languageserver-protocol'
import { PREVIEW_REQUEST, type Preview } from '../../../extension/protocol.ts'
import { ServerProcess } from '../support/server.ts'
import { straks } from '../support/straks.ts'

const SMS = JSON.stringify({
  idempotencyId: 'a',
  recipientSms: { phoneNumber: '+4799999999', timeToLiveInSeconds: 120, smsSettings: { body: 'Hei – du' } },
})

/** Until a condition is met; a test's own time-out ends it otherwise. */
async function until(isMet: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isMet())) await new Promise((resolve) => setTimeout(resolve, 20))
}

describe('a project', () => {
  let folder: string
  let uri: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'straks-'))
    uri = pathToFileURL(folder).href
    await mkdir(join(folder, 'inner/deep'), { recursive: true })
    await write('a.notification.json', SMS)
    await write('inner/deep/b.notification.json', SMS)
  })
  afterEach(() => rm(folder, { recursive: true }))

  const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text)
  const start = () =>
    new ServerProcess({
      folder: uri,
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: { commands: true },
    })
  const said = async (server: ServerProcess, name: string) =>
    (await server.pull(`${uri}/${name}`)).map(({ code, severity, message }) => `${code} ${severity} ${message}`)

  it('tells the windows and the countries of its service, in editor and terminal', async () => {
    const sms = (phoneNumber: string) => ({
      recipientSms: { phoneNumber, smsSettings: { sendingTimePolicy: 'Daytime', body: 'Hei' } },
    })
    const email = {
      emailAddress: 'a@example.com',
      emailSettings: { subject: 'a', body: 'b', sendingTimePolicy: 'Daytime' },
    }
    const orders = [{ recipient: sms('+46701234567') }, { recipient: { recipientEmail: email } }]
    const text = JSON.stringify(orders.map((order, index) => ({ idempotencyId: `${index}`, ...order })))
    await write('c.notification.json', text)
    const service = { smsWindow: '08:00-20:00', emailWindow: '07:30-22:00', smsCountries: ['47'] }
    const windows = async (server: ServerProcess) => {
      const shown = [1, text.indexOf('},{') + 3].map((character) =>
        server.connection.sendRequest<Preview>(PREVIEW_REQUEST, {
          uri: `${uri}/c.notification.json`,
          line: 0,
          character,
        }),
      )
      return (await Promise.all(shown)).map(({ messages }) => messages[0]?.when)
    }
    await using server = start()
    await server.open(`${uri}/c.notification.json`, text)
    expect(await windows(server)).toEqual(['At once · SMS goes out 09:00–17:00 Oslo time by default', 'At once'])
    expect(await said(server, 'c.notification.json')).toEqual([])

    await write('straks.config.json', JSON.stringify(service))
    await server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `${uri}/straks.config.json`, type: FileChangeType.Created }],
    })
    const expected = ['At once · SMS goes out 08:00–20:00 Oslo time', 'At once · E-mail goes out 07:30–22:00 Oslo time']
    expect(await windows(server)).toEqual(expected)
    expect(await said(server, 'c.notification.json')).toEqual([expect.stringMatching(/^destination-not-allowed 1/)])

    const linted = await straks(['lint', '--format', 'json', 'c.notification.json'], folder)
    expect(JSON.parse(linted.out)).toMatchObject([{ code: 'destination-not-allowed', pointer: expect.any(String) }])
    const previewed = await straks(['preview', '--format', 'json', 'c.notification.json'], folder)
    const shown: readonly Preview[] = JSON.parse(previewed.out)
    expect(shown.map(({ messages }) => messages[0]?.when)).toEqual(expected)
  })

  it('says what is wrong with a window or a country', async () => {
    await write('straks.config.json', JSON.stringify({ smsWindow: '17:00-09:00', smsCountries: ['+47'] }))
    const { code, err } = await straks(['lint', 'a.notification.json'], folder)
    expect(code).toBe(2)
    expect(err).toContain('smsWindow: it must be two times of day such as "09:00-17:00"')
    expect(err).toContain('smsCountries: it must be a calling code without `+`, such as "47"')
  })

  it('has its settings in one file, the nearest one upwards, for editor and terminal', async () => {
    await write('straks.config.json', JSON.stringify({ language: 'nb', rules: { 'sms-encoding': 'error' } }))
    await write('inner/straks.config.json', JSON.stringify({ language: 'nn', rules: { 'sms-encoding': 'off' } }))
    await using server = start()
    for (const name of ['a.notification.json', 'inner/deep/b.notification.json'])
      await server.open(`${uri}/${name}`, SMS)
    expect(await said(server, 'a.notification.json')).toEqual([expect.stringMatching(/^sms-encoding 1 .*utenfor/)])
    expect(await said(server, 'inner/deep/b.notification.json')).toEqual([])
    const { out, code } = await straks(['lint', '--format', 'json', '.'], folder)
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject([
      { code: 'sms-encoding', severity: 'error', message: expect.stringContaining('utenfor') },
    ])
  })

  it('is told of names of rules that do not exist, in that file and in the settings', async () => {
    await using server = start()
    const text = '{ "rules": { "sms-encodng": "off", "sms-parts": "loud" } }'
    await server.open(`${uri}/straks.config.json`, text)
    expect(await server.pull(`${uri}/straks.config.json`)).toMatchObject([
      {
        message: expect.stringContaining('one of error, warning'),
        range: { start: { character: text.indexOf('"sms-parts"') } },
      },
    ])
    await server.change(`${uri}/straks.config.json`, 2, [{ text: text.replace('loud', 'off') }])
    expect(await server.pull(`${uri}/straks.config.json`)).toMatchObject([
      {
        message: 'there is no rule sms-encodng; did you mean sms-encoding?',
        range: {
          start: { character: text.indexOf('"sms-encodng"') },
          end: { character: text.indexOf('": "off"') + 1 },
        },
      },
    ])
    const warnings: string[] = []
    server.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      warnings.push(message)
    })
    const settings = { straks: { rules: { 'no-such-rule-at-all': 'off', constructor: 'off' } } }
    await server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings })
    await until(() => warnings.length === 2)
    expect(warnings).toContain('straks.rules: there is no rule no-such-rule-at-all')
  })

  it('takes a change of that file over at once', async () => {
    await using server = start()
    await server.open(`${uri}/a.notification.json`, SMS)
    expect(await said(server, 'a.notification.json')).toHaveLength(1)
    await write('straks.config.json', '{ "rules": { "sms-encoding": "off" } }')
    await server.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: `${uri}/straks.config.json`, type: FileChangeType.Created }],
    })
    expect(await said(server, 'a.notification.json')).toEqual([])
  })
})

it('each folder of a workspace has its own settings, which lenses and status follow', async () => {
  const settings = new Map<string | undefined, unknown>([
    [undefined, {}],
    ['file:///two', { profile: 'api', codeLens: false }],
    ['file:///two/off', { enable: false }],
  ])
  await using server = new ServerProcess({
    folders: ['file:///one', 'file:///two', 'file:///two/off'],
    capabilities: { textDocument: { diagnostic: {} }, workspace: { configuration: true, workspaceFolders: true } },
    initializationOptions: { commands: true },
  })
  const requests = new Map<string, number>()
  server.connection.onRequest(ConfigurationRequest.type, ({ items }) =>
    items.map(({ scopeUri }) => settings.get(scopeUri) ?? {}),
  )
  server.connection.onRequest('client/registerCapability', () => null)
  server.connection.onNotification('straks/status', (status: { uri: string; requests: number }) => {
    requests.set(status.uri, status.requests)
  })
  const lenses = async (uri: string) =>
    (await server.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } }))?.length
  const names = [
    'file:///one/a.notification.json',
    'file:///two/a.notification.json',
    'file:///two/off/a.notification.json',
  ]
  for (const name of names) await server.open(name, SMS)
  await until(async () => (await lenses('file:///two/a.notification.json')) === 0)
  expect(await Promise.all(names.map(lenses))).toEqual([2, 0, 0])
  expect((await Promise.all(names.map((name) => server.pull(name)))).map((found) => found.length)).toEqual([1, 0, 0])
  await until(() => requests.get('file:///two/off/a.notification.json') === 0)
  expect(requests.get('file:///two/a.notification.json')).toBe(1)
})

it('a document that is opened again is not taken for what it was', async () => {
  await using server = new ServerProcess({ capabilities: { textDocument: { diagnostic: {} } } })
  const uri = 'file:///a.notification.json'
  await server.open(uri, SMS)
  const first = await server.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } })
  await server.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } })
  await server.open(uri, SMS.replace('–', '-'))
  const second = await server.connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri },
    ...(first.resultId !== undefined && { previousResultId: first.resultId }),
  })
  expect(second).toMatchObject({ kind: 'full', items: [] })
})
