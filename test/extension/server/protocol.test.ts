import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  CodeActionRequest,
  createProtocolConnection,
  DocumentSymbolRequest,
  HoverRequest,
  InitializeRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver-protocol/node'
import { builtServer } from '../../support/built-server/file.ts'
import { ServerProcess } from '../support/server.ts'

const URI = 'file:///a.notification.json'
const SMS =
  '{"idempotencyId":"åæø🎉","recipientSms":{"phoneNumber":"99999999","timeToLiveInSeconds":120,"smsSettings":{"body":"Hei"}}}'
const at = (character: number) => ({ line: 0, character })
const bytes = (text: string) => Buffer.byteLength(text)

describe('positions are counted', () => {
  it.each([
    [undefined, 'utf-16'],
    [['utf-16'], 'utf-16'],
    [['utf-32'], 'utf-32'],
    [['utf-32', 'utf-16'], 'utf-16'],
    [['utf-7'], 'utf-16'],
    [['utf-8', 'utf-16'], 'utf-8'],
  ])('for a client that offers %s in %s', async (positionEncodings, encoding) => {
    const general = positionEncodings && { positionEncodings }
    await using server = new ServerProcess({ capabilities: { ...(general && { general }) } })
    expect((await server.initialized).capabilities.positionEncoding).toBe(encoding)
  })

  it.each([
    ['bytes', 'utf-8', bytes],
    ['code points', 'utf-32', (text: string) => Array.from(text).length],
  ])('in %s, of what is told and of what is asked and changed', async (_what, encoding, count) => {
    const capabilities = { general: { positionEncodings: [encoding] }, textDocument: { diagnostic: {} } }
    await using server = new ServerProcess({ capabilities })
    await server.open(URI, SMS)
    const start = count(SMS.slice(0, SMS.indexOf('"99999999"')))
    const range = { start: at(start), end: at(start + 10) }
    const diagnostics = await server.pull(URI)
    expect(diagnostics).toMatchObject([{ code: 'phone-number', range }])
    const textDocument = { uri: URI }
    const hover = await server.connection.sendRequest(HoverRequest.type, { textDocument, position: at(start + 1) })
    expect(hover?.range).toEqual(range)
    const actions = await server.connection.sendRequest(CodeActionRequest.type, {
      textDocument,
      range,
      context: { diagnostics },
    })
    expect(actions?.[0]).toMatchObject({
      diagnostics,
      edit: { changes: { [URI]: [{ range: { start: at(start + 1), end: at(start + 1) }, newText: '+47' }] } },
    })
    await server.change(URI, 2, [{ range: { start: at(start + 1), end: at(start + 1) }, text: '+47' }])
    expect(await server.pull(URI)).toEqual([])
  })
})

it('a request that comes before the first or after the last is refused', async () => {
  const child = spawn(process.execPath, [builtServer(), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  connection.listen()
  const symbols = () => connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: URI } })
  const initialize = () =>
    connection.sendRequest(InitializeRequest.type, { processId: null, rootUri: null, capabilities: {} })
  await expect(symbols()).rejects.toMatchObject({ code: -32_002 })
  await expect(connection.sendRequest('no/such')).rejects.toMatchObject({ code: -32_002 })
  await initialize()
  await expect(symbols()).resolves.toEqual([])
  await expect(connection.sendRequest('no/such')).rejects.toMatchObject({ code: -32_601 })
  await expect(initialize()).rejects.toMatchObject({ code: -32_600 })
  await connection.sendRequest(ShutdownRequest.type)
  await expect(symbols()).rejects.toMatchObject({ code: -32_600 })
  const gone = once(child, 'exit')
  await connection.sendNotification('exit')
  expect(await gone).toEqual([0, null])
  connection.dispose()
})

describe('parameters that cannot be read', () => {
  it.each([
    ['textDocument/hover', null],
    ['textDocument/hover', { textDocument: { uri: URI }, position: { line: 'a', character: 0 } }],
    ['textDocument/completion', { textDocument: { uri: URI }, position: 5 }],
    ['textDocument/codeAction', { textDocument: { uri: URI }, range: { start: at(0), end: at(1) } }],
    ['textDocument/diagnostic', 'x'],
    ['textDocument/selectionRange', { textDocument: { uri: URI }, positions: [{ line: -1, character: 0 }] }],
    ['textDocument/documentSymbol', { textDocument: { uri: 5 } }],
    ['workspace/diagnostic', {}],
    ['straks/preview', { uri: URI, line: 1.5 }],
    ['straks/validate', {}],
  ])('%s of %j is refused as such, and the next is served', async (method, params) => {
    await using server = new ServerProcess()
    await server.open(URI, SMS)
    await expect(server.connection.sendRequest(method, params)).rejects.toMatchObject({ code: -32_602 })
    await server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI },
      contentChanges: 1,
    })
    await expect(
      server.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: URI } }),
    ).resolves.toHaveLength(1)
  })
})

describe('a message whose header cannot be read', () => {
  const framed = (value: unknown) => {
    const text = JSON.stringify(value)
    return `Content-Length: ${bytes(text)}\r\n\r\n${text}`
  }
  it.each([
    ['no number', 'Content-Length: abc\r\n\r\n{"jsonrpc":"2.0","id":7,"method":"x"}'],
    ['less than nothing', 'Content-Length: -5\r\n\r\n'],
    ['nothing', 'Content-Length: \r\n\r\n{}'],
    ['more than there is memory', 'Content-Length: 99999999999\r\n\r\n{}'],
    ['no length', 'Content-Type: text/plain\r\n\r\n'],
    ['bare line feeds', 'Content-Length: 2\n\n{}'],
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}'],
    ['no header', 'hello\r\n\r\n'],
    ['a long line', `X: ${'a'.repeat(100_000)}\r\n\r\n`],
    ['no lines', '\u0000'.repeat(20_000)],
  ])('is passed over, and the next is answered: %s', async (_, hostile) => {
    const child = spawn(process.execPath, [builtServer(), '--stdio'], { stdio: 'pipe' })
    const said = new Promise<string>((resolve) => {
      let text = ''
      child.stdout.on('data', (chunk: Buffer) => {
        text += chunk.toString()
        if (text.includes('"capabilities"')) resolve(text)
      })
    })
    child.stdin.write(hostile)
    const params = { processId: null, rootUri: null, capabilities: {} }
    child.stdin.write(framed({ jsonrpc: '2.0', id: 1, method: 'initialize', params }))
    expect(await said).toContain('"id":1')
    const gone = once(child, 'exit')
    child.stdin.end()
    expect(await gone).toEqual([1, null])
  })
})

it('a file on the disk is read as an editor reads it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'straks-'))
  await writeFile(join(folder, 'bom.notification.json'), `\ufeff${SMS}`)
  await writeFile(join(folder, 'latin.notification.json'), Buffer.from(SMS.replace('🎉', ''), 'latin1'))
  const uri = pathToFileURL(folder).href
  await using server = new ServerProcess({ folder: uri, capabilities: { textDocument: { diagnostic: {} } } })
  await server.initialized
  const { items } = await server.connection.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] })
  const said = items.map((item) => (item.kind === 'full' ? item.items : []))
  expect(said).toMatchObject([
    [{ code: 'phone-number', range: { start: at(SMS.indexOf('"99999999"')) } }],
    [{ code: 'json-syntax', message: expect.stringContaining('UTF-8') }],
  ])
  await rm(folder, { recursive: true })
})

it('no more is told of a file than is of use, and how much more there is', async () => {
  await using server = new ServerProcess({
    capabilities: { textDocument: { diagnostic: {} } },
    initializationOptions: { settings: { rules: { 'phone-number': 'warning' } } },
  })
  await server.open('file:///a.notification.jsonl', `${SMS}\n`.repeat(1_200), 'jsonl')
  const diagnostics = await server.pull('file:///a.notification.jsonl')
  expect(diagnostics).toHaveLength(1_001)
  expect(diagnostics.at(-1)?.message).toBe('and 200 more findings in this file')
})

it('after a thousand errors the rest of a file waits, and its writer is told', async () => {
  await using server = new ServerProcess({ capabilities: { textDocument: { diagnostic: {} } } })
  await server.open('file:///a.notification.jsonl', `${SMS}\n`.repeat(1_200), 'jsonl')
  const diagnostics = await server.pull('file:///a.notification.jsonl')
  expect(diagnostics).toHaveLength(1_001)
  expect(diagnostics.at(-1)).toMatchObject({
    message: 'Requests from here on are not checked until the mistakes before them are put right.',
    range: { start: { line: 1_000 } },
  })
})

it('an editor with an outline of its own for JSON is given none beside it', async () => {
  await using server = new ServerProcess({ initializationOptions: { outlinesJson: true } })
  await server.open(URI, SMS)
  await server.open('file:///a.notification.jsonl', SMS, 'jsonl')
  const count = async (uri: string) =>
    (await server.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } }))?.length
  expect([await count(URI), await count('file:///a.notification.jsonl')]).toEqual([0, 1])
})
