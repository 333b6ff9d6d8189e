import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DocumentSymbolRequest,
  HoverRequest,
  InlayHintRequest,
} from 'vscode-languageserver-protocol'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { caret } from '../support/caret.ts'
import { ServerProcess } from '../support/server.ts'

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }
const SMS = `{
  "idempotencyId": "a",
  "sendersReference": "login-1",
  "recipientSms": {
    "phoneNumber": "99999999",
    "timeToLiveInSeconds": 30,
    "smsSettings": { "sender": "Altinn", "body": "Koden er 428516 č" }
  }
}
`

let server: ServerProcess
let opened = 0
beforeAll(() => {
  server = new ServerProcess({
    capabilities: { textDocument: { diagnostic: {} } },
    initializationOptions: { commands: true },
  })
})
afterAll(() => server[Symbol.asyncDispose]())

async function open(text: string, extension = 'json'): Promise<{ uri: string }> {
  const uri = `file:///work/${opened++}.notification.${extension}`
  await server.open(uri, text)
  return { uri }
}

async function complete(marked: string, extension?: string) {
  const { text, position } = caret(marked)
  const textDocument = await open(text, extension)
  const answer = await server.connection.sendRequest(CompletionRequest.type, { textDocument, position })
  return Array.isArray(answer) ? answer : (answer?.items ?? [])
}

async function hoverText(marked: string, extension?: string): Promise<string> {
  const { text, position } = caret(marked)
  const textDocument = await open(text, extension)
  const answer = await server.connection.sendRequest(HoverRequest.type, { textDocument, position })
  return answer && typeof answer.contents === 'object' && 'value' in answer.contents ? answer.contents.value : ''
}

describe('a quick fix', () => {
  it('is preferred, names its finding and edits the text as it is now', async () => {
    const textDocument = await open(SMS)
    const diagnostics = await server.pull(textDocument.uri)
    await server.change(textDocument.uri, 2, [
      { range: { start: { line: 0, character: 1 }, end: { line: 0, character: 1 } }, text: '\n\n' },
    ])
    const range = { start: { line: 6, character: 25 }, end: { line: 6, character: 25 } }
    const actions = await server.connection.sendRequest(CodeActionRequest.type, {
      textDocument,
      range,
      context: { diagnostics: diagnostics.slice(0, 1), only: ['quickfix'] },
    })
    expect(actions).toMatchObject([
      {
        title: 'Add the Norwegian country code',
        kind: 'quickfix',
        isPreferred: true,
        diagnostics: [{ code: 'phone-number' }],
        edit: { changes: { [textDocument.uri]: [{ newText: '+47', range: { start: { line: 6, character: 20 } } }] } },
      },
    ])
  })

  it('of everything at once is a source action', async () => {
    const textDocument = await open(SMS)
    const actions = await server.connection.sendRequest(CodeActionRequest.type, {
      textDocument,
      range: WHOLE,
      context: { diagnostics: [], only: ['source.fixAll'] },
    })
    expect(actions).toMatchObject([{ kind: 'source.fixAll.straks' }])
  })
})

describe('a hover', () => {
  it('tells of a request behind a thousand mistakes too, and completes it', async () => {
    const marked = (request: string) => `[${'{"recipientSms":{}},'.repeat(1_001)}\n${request}]`
    expect(await hoverText(marked(SMS.replace('"phone', '"ph‸one')))).toContain('international form')
    const offered = await complete(marked(SMS.replace('"sender"', '‸"sender"')))
    expect(offered.map(({ label }) => label)).toContain('sender')
  })

  it('tells what a field is for', async () => {
    expect(await hoverText(SMS.replace('"phone', '"ph‸one'))).toContain('international form')
  })

  it('tells nothing of a comment between two members of a program', async () => {
    const program = (comment: string) => `const body = ${SMS.replace('"sender"', `// ${comment}\n"sender"`)}`
    expect(await hoverText(program('Noted.').replace('"phone', '"ph‸one'), 'ts')).toContain('international form')
    expect(await hoverText(program('Noted.‸'), 'ts')).toBe('')
  })

  it('shows the message and what it costs', async () => {
    const text = await hoverText(SMS.replace('Koden', 'Ko‸den'))
    expect(text).toContain('Koden er 428516 č')
    expect(text).toContain('17/70 · UCS-2 · 1 SMS · 53 left · Outside GSM-7: `č`')
  })

  it('shows names in place of keywords', async () => {
    const text = await hoverText(
      '{ "notification": { "notificationChannel": "Sms", "smsBody": "Hei‸ $recipientName$" } }',
    )
    expect(text).toContain('Hei Nordmann Bakeri AS')
  })

  it.each([
    [
      'an order to a person',
      '{ "recipient": { "recipientPerson": { "nationalIdentityNumber": "08900499559", "channelSchema": "Sms", "smsSettings": { "body": "Hei‸ $recipientName$ [$recipientNumber$]" } } } }',
      'Hei Ola Nordmann []',
    ],
    [
      'an order to an organisation',
      '{ "recipient": { "recipientOrganization": { "orgNumber": "991825827", "channelSchema": "Sms", "smsSettings": { "body": "Hei‸ $recipientName$ [$recipientNumber$]" } } } }',
      'Hei Nordmann Bakeri AS [991825827]',
    ],
    [
      'a message to persons',
      '{ "correspondence": { "notification": { "notificationChannel": "Sms", "smsBody": "Hei‸ $recipientName$" } }, "recipients": ["08900499559", "urn:altinn:person:identifier-no:08900499559"] }',
      'Hei Ola Nordmann',
    ],
    [
      'a message to one and to others',
      '{ "correspondence": { "notification": { "notificationChannel": "Sms", "smsBody": "Hei‸ $recipientName$" } }, "recipients": ["08900499559", "0192:991825827"] }',
      'Hei Nordmann Bakeri AS',
    ],
  ])('shows names of persons where all recipients are persons: %s', async (_what, request, shown) => {
    expect(await hoverText(request)).toContain(shown)
  })
})

describe('completion', () => {
  it('offers the members that are missing, the required ones first', async () => {
    const labels = (await complete('{ "recipientSms": { "phoneNumber": "+4799999999", ‸ } }')).map(({ label }) => label)
    expect(labels).toEqual(['timeToLiveInSeconds', 'smsSettings'].filter((label) => labels.includes(label)))
  })

  it('offers enumeration values with their numbers', async () => {
    const items = await complete('{ "notification": { "notificationChannel": ‸ } }')
    expect(items.map(({ label, detail }) => [label, detail])).toContainEqual(['EmailPreferred', '2'])
  })

  it('offers keywords after a dollar sign', async () => {
    const items = await complete('{ "notification": { "smsBody": "Hei $rec‸" } }')
    expect(items.map(({ label }) => label)).toContain('$recipientName$')
  })

  it('offers the members of every kind in a new object, and no request inside it', async () => {
    for (const marked of ['{ ‸ }', '{ "‸ }', '{ "‸" }', '{\n  ‸\n}', '[{ "‸" }]']) {
      const labels = (await complete(marked)).map(({ label }) => label)
      expect(labels, marked).toEqual(expect.arrayContaining(['recipientSms', 'recipientEmail', 'idempotencyId']))
      expect(labels, marked).not.toContain('instant-sms')
    }
  })

  it('replaces what is begun, quoted or not', async () => {
    const [first] = await complete('{ "notification": { "sendReminder": t‸ } }')
    expect(first).toMatchObject({ label: 'true', filterText: 'true' })
    expect(first?.textEdit).toMatchObject({
      newText: 'true',
      range: { start: { character: 36 }, end: { character: 37 } },
    })
    const items = await complete('{ "recipientSms": {}, idem‸ }')
    expect(items.find(({ label }) => label === 'idempotencyId')?.textEdit).toMatchObject({
      range: { start: { character: 22 }, end: { character: 26 } },
    })
  })

  it.each([
    ['{ "‸ }', '{ "idempotencyId": "…" }'],
    ['{ "idem‸, "recipientSms": {} }', '{ "idempotencyId": "…", "recipientSms": {} }'],
    ['{ "notification": { "notificationChannel": "‸ } }', '{ "notification": { "notificationChannel": "Email" } }'],
    ['{ "notification": { "notificationChannel": "Em‸s" } }', '{ "notification": { "notificationChannel": "Email" } }'],
  ])('leaves what follows a quote that has no other yet: %s', async (marked, completed) => {
    const items = await complete(marked)
    const edit = items.find(({ label }) => label === 'idempotencyId' || label === 'Email')?.textEdit
    if (!edit || !('range' in edit)) throw new Error('Nothing is offered')
    const document = TextDocument.create('file:///a.json', 'json', 1, caret(marked).text)
    expect(TextDocument.applyEdits(document, [edit]).replace(/[\da-f-]{36}/, '…')).toBe(completed)
  })

  it.each([
    ['{ ‸ /* Hvem? */ "recipientSms": {} }', /^\{ "idempotencyId": "…", \/\* Hvem\? \*\/ "recipientSms": \{\} \}$/],
    ['{ "idem‸" /* nøkkel */ : "1" }', /^\{ "idempotencyId" \/\* nøkkel \*\/ : "1" \}$/],
    ['{ "notification": { "notificationChannel": "Em‸" // Kanal\n } }', /"notificationChannel": "Email" \/\/ Kanal\n/],
    ['// Bestilling\n‸', /^\/\/ Bestilling\n\{\n/],
  ])('reads over comments: %s', async (marked, completed) => {
    const items = await complete(marked, 'jsonc')
    const edit = items.find(({ label }) => ['idempotencyId', 'Email', 'instant-sms'].includes(label))?.textEdit
    if (!edit || !('range' in edit)) throw new Error('Nothing is offered')
    const document = TextDocument.create('file:///a.jsonc', 'jsonc', 1, caret(marked).text)
    expect(TextDocument.applyEdits(document, [edit]).replace(/[\da-f-]{36}/, '…')).toMatch(completed)
  })

  it.each([
    '{ "notification": { "notificationChannel": "Em" ‸ } }',
    '{ "notification": { "notificationChannel" ‸: "Email" } }',
    '{ "notification": {\n // Kan‸\n "notificationChannel": "Email" } }',
    '{ "notification": { /* ‸ */ "notificationChannel": "Email" } }',
  ])('offers nothing where nothing can be written: %s', async (marked) => {
    expect(await complete(marked, 'jsonc')).toEqual([])
  })

  it.each([
    ['{ "notification": { "notificationChannel":‸ "Sms" } }', '{ "notification": { "notificationChannel": "Email" } }'],
    ['{ "notification": { "notificationChannel": ‸3 } }', '{ "notification": { "notificationChannel": "Email" } }'],
    [
      '{ "notification": { "notificationChannel": ‸ "smsBody": "Hei" } }',
      '{ "notification": { "notificationChannel": "Email" "smsBody": "Hei" } }',
    ],
  ])('writes a value over the one that is there: %s', async (marked, completed) => {
    const edit = (await complete(marked)).find(({ label }) => label === 'Email')?.textEdit
    if (!edit || !('range' in edit)) throw new Error('Nothing is offered')
    const document = TextDocument.create('file:///a.json', 'json', 1, caret(marked).text)
    expect(TextDocument.applyEdits(document, [edit])).toBe(completed)
  })

  it('writes no places to jump to for a client that does not know them', async () => {
    for (const item of await complete('{ "recipientSms": { ‸ } }')) {
      expect(item.insertTextFormat).toBe(1)
      expect(item.textEdit?.newText).not.toMatch(/\$/)
    }
  })

  it('offers no keywords in a name or an address', async () => {
    expect(await complete('{ "notification": { "$‸": "Hei" } }')).toEqual([])
    expect(await complete('{ "notification": { "sendersReference": "$‸", "smsBody": "a" } }')).toEqual([])
  })

  it('offers a whole request where one may begin', async () => {
    expect((await complete('‸')).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['instant-sms', 'instant-email', 'instant']),
    )
    expect((await complete('[\n  ‸\n]')).map(({ label }) => label)).toContain('instant-sms')
  })
})

describe('a document', () => {
  it('shows the size of its texts where they end', async () => {
    const textDocument = await open(SMS)
    const hints = await server.connection.sendRequest(InlayHintRequest.type, { textDocument, range: WHOLE })
    expect(hints).toMatchObject([{ label: '17/70 · UCS-2 · 1 SMS', position: { line: 6 } }])
  })

  it('offers a preview and a sending above a request', async () => {
    const textDocument = await open(SMS)
    const lenses = await server.connection.sendRequest(CodeLensRequest.type, { textDocument })
    expect(lenses?.map(({ command }) => command?.command)).toEqual(['straks.preview', 'straks.sendToInbox'])
  })

  it('has an outline with the texts of each request', async () => {
    const textDocument = await open(`[${SMS}]`)
    const symbols = await server.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })
    expect(symbols).toMatchObject([{ name: 'login-1', detail: 'instant-sms', children: [{ name: 'body' }] }])
  })

  it('has a preview of the request at a place, where several share a line', async () => {
    const second = SMS.replace('99999999', '88888888').replaceAll('\n', ' ')
    const text = `[${SMS.replaceAll('\n', ' ')},${second}]`
    const { uri } = await open(text)
    const [, , lens] = (await server.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? []
    const preview = await server.connection.sendRequest('straks/preview', lens?.command?.arguments?.[0])

    expect(preview).toMatchObject({ messages: [{ to: '88888888' }] })
  })

  it('has a preview of what its recipients see', async () => {
    const { uri } = await open(SMS)
    const preview = await server.connection.sendRequest('straks/preview', { uri, line: 3 })
    expect(preview).toMatchObject({
      kind: 'instant-sms',
      errors: 1,
      route: '/notifications/api/v1/future/orders/instant/sms',
      messages: [{ channel: 'sms', from: 'Altinn', to: '99999999', body: 'Koden er 428516 č' }],
    })
  })
})
