import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CodeActionRequest } from 'vscode-languageserver-protocol'
import { Service } from '../../../extension/server/service.ts'
import { ServerProcess } from '../support/server.ts'

const PULLS = { capabilities: { textDocument: { diagnostic: {} } } }
const SMS =
  '"recipientSms": { "phoneNumber": "+4799999999", "timeToLiveInSeconds": 120, "smsSettings": { "body": "x" } }'
const COMMA = `{ "idempotencyId": "a", ${SMS}, }`
const WRONG = `{ "idempotencyId": "a" "sendersReference": "b", ${SMS} }`
const TWICE = `{ "idempotencyId": "a", "idempotencyId": "b", ${SMS} }`
const IN_OTHER_CASE = `{ "idempotencyId": "a", "IDEMPOTENCYID": "b", ${SMS} }`
const DEEP = `{ "idempotencyId": "a", ${SMS}, "x": ${'['.repeat(70)}${']'.repeat(70)} }`

let opened = 0

async function codes(server: ServerProcess, text: string, languageId: string, ending = 'notification.json') {
  const uri = `file:///project/${opened++}.${ending}`
  await server.open(uri, text, languageId)
  return (await server.pull(uri)).map(({ code }) => code)
}

it('a string that a backslash leaves open ends before its line end, by either count', async () => {
  const open = '{"a": "b\\\r\n}'
  const place = { start: { line: 0, character: 6 }, end: { line: 0, character: 9 } }
  const service = new Service({ rest: () => Promise.resolve(), now: () => 0, time: () => 0 })
  const uri = 'file:///a.notification.json'
  service.documents.open({ uri, languageId: 'json', version: 1, text: '{"a": "b\\\r\n' })
  expect((await service.diagnostics(uri))[0]?.range).toEqual(place)
  service.documents.change(uri, 2, [
    { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } }, text: '}' },
  ])
  expect((await service.diagnostics(uri))[0]?.range).toEqual(place)
  expect(service.documents.get(uri)?.text.getText()).toBe(open)
})

describe('in an editor that tells itself what is no JSON', () => {
  let server: ServerProcess
  beforeAll(() => {
    server = new ServerProcess({ ...PULLS, initializationOptions: { validatesJson: true } })
  })
  afterAll(() => server[Symbol.asyncDispose]())

  it.each([
    ['a comma too many', COMMA],
    ['a comma too few', WRONG],
    ['a name twice', TWICE],
  ])('nothing is told twice: %s', async (_slip, text) => {
    expect(await codes(server, text, 'json')).toEqual([])
    expect(await codes(server, text, 'jsonc')).toEqual([])
  })

  it.each([
    ['a name in two letter cases', IN_OTHER_CASE],
    ['a value that nests too deep', DEEP],
  ])('what only a request may not be is told: %s', async (_slip, text) => {
    expect(await codes(server, text, 'json')).toEqual(['json-syntax'])
  })

  it('slips are told in documents of other languages, where nobody else does', async () => {
    expect(await codes(server, COMMA, 'plaintext')).toEqual(['json-syntax'])
    expect(await codes(server, COMMA, 'jsonl', 'notification.jsonl')).toEqual(['json-syntax'])
    expect(await codes(server, `POST https://example.com/\n\n${COMMA}\n`, 'http', 'http')).toEqual(['json-syntax'])
  })

  it('what is wrong beside a slip is told, and the slip can still be repaired', async () => {
    const text = COMMA.replace('+47', '')
    const uri = `file:///project/${opened++}.notification.json`
    await server.open(uri, text)
    expect((await server.pull(uri)).map(({ code }) => code)).toEqual(['phone-number'])
    const comma = { line: 0, character: text.lastIndexOf(',') }
    const actions = await server.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: { start: comma, end: comma },
      context: { diagnostics: [], only: ['quickfix'] },
    })
    expect(actions).toMatchObject([{ edit: { changes: { [uri]: [{ newText: '' }] } } }])
  })
})

it('slips are told in an editor that does not', async () => {
  await using server = new ServerProcess(PULLS)
  expect(await codes(server, COMMA, 'json')).toEqual(['json-syntax'])
  expect(await codes(server, WRONG, 'json')).toEqual(['json-syntax'])
  expect(await codes(server, TWICE, 'jsonc', 'notification.jsonc')).toEqual(['json-syntax'])
})
