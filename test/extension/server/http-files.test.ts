import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  DocumentLinkRequest,
  FoldingRangeRequest,
  type SelectionRange,
  SelectionRangeRequest,
} from 'vscode-languageserver-protocol'
import { caret } from '../support/caret.ts'
import { ServerProcess } from '../support/server.ts'

const FILE = `@host = https://x.no

### A code
POST {{host}}/notifications/api/v1/future/orders/instant/sms

{
  "idempotencyId": "a",
  "recipientSms": {
    "phoneNumber": "+4799999999"
  }
}

### An order in a file
POST {{host}}/notifications/api/v1/future/orders HTTP/1.1

< ./bodies/an order.json

### Its status
GET {{host}}/notifications/api/v1/future/shipment/{{id}}

### Something else
POST {{host}}/elsewhere

< {{file}}
`

let server: ServerProcess
let opened = 0
beforeAll(() => {
  server = new ServerProcess()
})
afterAll(() => server[Symbol.asyncDispose]())

async function open(text: string, ending = 'http'): Promise<{ textDocument: { uri: string } }> {
  const uri = `file:///requests/${opened++}.${ending}`
  await server.open(uri, text, ending)
  return { textDocument: { uri } }
}

/** The texts that ranges around a place of a file take, from the inside out. */
async function selections(marked: string, ending?: string): Promise<readonly string[]> {
  const { text, position } = caret(marked)
  const params = { ...(await open(text, ending)), positions: [position] }
  const [innermost] = (await server.connection.sendRequest(SelectionRangeRequest.type, params)) ?? []
  const lines = text.split('\n')
  const offsetOf = ({ line, character }: { line: number; character: number }) =>
    lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character
  const texts: string[] = []
  for (let at: SelectionRange | undefined = innermost; at; at = at.parent)
    texts.push(text.slice(offsetOf(at.range.start), offsetOf(at.range.end)))
  return texts
}

describe('an .http file', () => {
  it('links an endpoint to its guide, and a body to the file that it is in', async () => {
    const links = await server.connection.sendRequest(DocumentLinkRequest.type, await open(FILE))
    const lines = FILE.split('\n')
    const found = links?.map(({ range: { start, end }, target }) => [
      lines[start.line]?.slice(start.character, end.character),
      target?.replace(/^https:.*docs\//, 'docs/'),
    ])
    expect(found).toEqual([
      ['{{host}}/notifications/api/v1/future/orders/instant/sms', 'docs/guides/one-time-codes.md'],
      ['{{host}}/notifications/api/v1/future/orders', 'docs/guides/orders-with-reminders.md'],
      ['./bodies/an order.json', 'file:///requests/bodies/an%20order.json'],
      ['{{host}}/notifications/api/v1/future/shipment/{{id}}', 'docs/guides/following-status.md'],
    ])
  })

  it('folds by request, and in a body by object', async () => {
    const ranges = await server.connection.sendRequest(FoldingRangeRequest.type, await open(FILE))
    expect(ranges?.map(({ startLine, endLine }) => [startLine, endLine])).toEqual([
      [2, 10],
      [5, 9],
      [7, 8],
      [12, 15],
      [17, 18],
      [20, 23],
    ])
  })

  it('grows a selection from a text to its request', async () => {
    const texts = await selections(FILE.replace('+4799', '+47‸99'))
    expect(texts.map((text) => text.replaceAll(/\s+/g, ' ').slice(0, 30))).toEqual([
      '+4799999999',
      '"+4799999999"',
      '"phoneNumber": "+4799999999"',
      '{ "phoneNumber": "+4799999999"',
      '"recipientSms": { "phoneNumber',
      '{ "idempotencyId": "a", "recip',
      '### A code POST {{host}}/notif',
      '@host = https://x.no ### A cod',
    ])
  })
})

it.each([
  ['sh', 'curl -d @body.json "$URL"', ['body.json file:///requests/body.json']],
  [
    'sh',
    `curl --data-binary "@../an.json" --json '@b.json' x`,
    ['../an.json file:///an.json', 'b.json file:///requests/b.json'],
  ],
  ['sh', 'curl x \\\n  --data=@body.json', ['body.json file:///requests/body.json']],
  ['http', 'curl x -d@body.json', ['body.json file:///requests/body.json']],
  ['sh', 'curl -d @- --data-raw @a --json "@$FILE" -d name@example.com -H @h x\n# curl -d @old.json', []],
])('a command in %s is linked to the file that it sends: %s', async (ending, text, wanted) => {
  const links = await server.connection.sendRequest(DocumentLinkRequest.type, await open(text, ending))
  const lines = text.split('\n')
  const found = links?.map(
    ({ range: { start, end }, target }) => `${lines[start.line]?.slice(start.character, end.character)} ${target}`,
  )
  expect(found).toEqual(wanted)
})

it('a selection in JSON Lines grows to its line', async () => {
  const line = '{"recipientSms":{"phoneNumber":"+47‸99999999"}}'
  const texts = await selections(`{}\n${line}\n{}\n`, 'jsonl')
  expect(texts.slice(-2)).toEqual([line.replace('‸', ''), `{}\n${line.replace('‸', '')}\n{}\n`])
})

it('folding, links and selections are left to the editor where it knows the way itself', async () => {
  const file = await open('{"recipientSms":{}}', 'notification.json')
  expect(await server.connection.sendRequest(FoldingRangeRequest.type, file)).toEqual([])
  expect(await server.connection.sendRequest(DocumentLinkRequest.type, file)).toEqual([])
  const positions = [{ line: 0, character: 3 }]
  expect(await server.connection.sendRequest(SelectionRangeRequest.type, { ...file, positions })).toEqual([])
})
