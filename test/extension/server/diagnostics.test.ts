import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DidCloseTextDocumentNotification } from 'vscode-languageserver-protocol'
import { ServerProcess } from '../support/server.ts'

const URI = 'file:///project/otp.notification.json'
const PULLS = { capabilities: { textDocument: { diagnostic: {} } } }
const BAD = `{
  "idempotencyId": "a",
  "recipientSms": {
    "phoneNumber": "99999999",
    "timeToLiveInSeconds": 30,
    "smsSettings": { "body": "Koden er 428516" }
  }
}
`

describe('the server', () => {
  it('sends diagnostics to a client that does not ask for them', async () => {
    await using server = new ServerProcess()
    await server.open(URI, BAD)
    const { uri, diagnostics } = await server.nextPublished()
    expect(uri).toBe(URI)
    expect(diagnostics.map(({ code, range }) => [code, range.start.line])).toEqual([
      ['phone-number', 3],
      ['time-to-live', 4],
    ])
    expect(diagnostics[0]).toMatchObject({
      source: 'straks',
      severity: 1,
      range: { start: { line: 3, character: 19 }, end: { line: 3, character: 29 } },
    })
  })

  it('answers a client that asks for diagnostics, and sends it none', async () => {
    await using server = new ServerProcess(PULLS)
    await server.open(URI, BAD)
    expect((await server.pull(URI)).map(({ code }) => code)).toEqual(['phone-number', 'time-to-live'])
    expect(server.published).toEqual([])
  })

  it('follows every edit, and finds what was said before unchanged', async () => {
    await using server = new ServerProcess(PULLS)
    await server.open(URI, BAD)
    const at = { line: 3, character: 20 }
    await server.change(URI, 2, [{ range: { start: at, end: at }, text: '+47' }])
    expect((await server.pull(URI)).map(({ code }) => code)).toEqual(['time-to-live'])
  })

  it('sends nothing more of a document that was closed while it was judged', async () => {
    await using server = new ServerProcess()
    const long = `${JSON.stringify(JSON.parse(BAD))}\n`.repeat(400)
    const closed = 'file:///project/closed.notification.jsonl'
    const open = 'file:///project/open.notification.jsonl'
    await server.open(closed, long)
    await server.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: closed } })
    // Begun later, with more to judge, it is ready later.
    await server.open(open, long + long)
    const told: [string, boolean][] = []
    while (told.at(-1)?.[0] !== open) {
      const { uri, diagnostics } = await server.nextPublished()
      told.push([uri, diagnostics.length > 0])
    }
    expect(told).toEqual([
      [closed, false],
      [open, true],
    ])
  })

  it('links each code to the page of its rule', async () => {
    await using server = new ServerProcess({
      ...PULLS,
      initializationOptions: { rulePages: 'https://example.com/rules/' },
    })
    await server.open(URI, BAD)
    const [first] = await server.pull(URI)
    expect(first?.codeDescription?.href).toBe('https://example.com/rules/phone-number.md')
  })

  it.each([
    ['nb-NO', 'mangler landkode'],
    ['no', 'mangler landkode'],
    ['nn', 'manglar landkode'],
    ['fr', 'has no country code'],
  ])('speaks the language of an editor in %s', async (locale, words) => {
    await using server = new ServerProcess({ ...PULLS, locale })
    await server.open(URI, BAD)
    expect((await server.pull(URI))[0]?.message).toContain(words)
  })

  it('weighs rules as the settings say', async () => {
    const settings = { rules: { 'phone-number': 'hint', 'time-to-live': 'off' }, language: 'nn' }
    await using server = new ServerProcess({ ...PULLS, initializationOptions: { settings } })
    await server.open(URI, BAD)
    expect(await server.pull(URI)).toMatchObject([{ code: 'phone-number', severity: 4 }])
  })

  it('leaves a JSON file alone that is no request', async () => {
    await using server = new ServerProcess(PULLS)
    await server.open('file:///project/package.json', '{ "name": "x", }')
    expect(await server.pull('file:///project/package.json')).toEqual([])
  })
})

describe('bad input', () => {
  let server: ServerProcess
  beforeAll(() => {
    server = new ServerProcess(PULLS)
  })
  afterAll(() => server[Symbol.asyncDispose]())

  it.each([
    ['half a word', '{ "recipientSms": { "phoneNu'],
    ['nothing', ''],
    ['blanks', ' \r\n\t'],
    ['a mark before the text', `\ufeff${BAD}`],
    ['carriage returns', BAD.replaceAll('\n', '\r\n')],
    ['deep nesting', `${'['.repeat(100_000)}`],
    ['deep objects', '{"recipientSms":'.repeat(5_000)],
    ['unpaired surrogates', '{ "recipientSms": { "phoneNumber": "\ud83c" } }'],
    ['a name of the prototype', '{ "__proto__": { "recipientSms": 1 }, "recipientSms": { "constructor": 1 } }'],
    ['a list in a list', '[[[{ "recipientSms": {} }]]]'],
    ['a bare word', 'recipientSms'],
    ['only commas', '[,,,,]'],
    ['control characters', '{ "recipientSms": { "phoneNumber": "\u0000\u0001" } }'],
  ])('leaves the server on its feet: %s', async (name, text) => {
    const uri = `file:///project/${encodeURIComponent(name)}.notification.json`
    await server.open(uri, text)
    await server.pull(uri)
    await server.change(uri, 2, [{ text: BAD }])
    expect((await server.pull(uri)).map(({ code }) => code)).toEqual(['phone-number', 'time-to-live'])
  })
})
