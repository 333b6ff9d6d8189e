import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ServerProcess } from './support/server.ts'
import { straks } from './support/straks.ts'

const INHERITED = ['constructor', '__proto__', 'toString', 'hasOwnProperty']

const order = (word: string): string =>
  `{"idempotencyId":"x","${word}":1,"recipient":{"recipientOrganization":{"orgNumber":"991825827",
  "channelSchema":"${word}","${word}":{"${word}":2},"emailSettings":{"subject":"$${word}$","body":"&${word};","contentType":"${word}"}}}}`

const message = (word: string): string =>
  `{"notificationTemplate":"${word}","notificationChannel":"${word}","emailContentType":"${word}","${word}":[],
  "emailBody":"$${word}$ <${word} on${word}=1>","customRecipients":[{"${word}":"${word}"}]}`

describe.each(INHERITED)('the word %s', (word) => {
  it('is linted like any other in the terminal', async () => {
    for (const text of [order(word), message(word)])
      for (const format of ['json', 'sarif', 'stylish', 'junit', 'github', 'gitlab']) {
        const words = ['lint', '--format', format, '--stdin-filename', 'a.notification.json', '-']
        const { code, out, err } = await straks(words, '.', text)
        expect([format, code, err]).toEqual([format, 1, ''])
        expect(out).not.toBe('')
      }
  }, 60_000)

  it.each([
    ['lint', '--format'],
    ['lint', '--language'],
    ['lint', '--profile'],
    ['explain'],
    ['preview', '--language'],
    [],
  ])('is refused as a choice: %s %s', async (...words) => {
    const { code, err } = await straks([...words, word, 'a.json'], '.')
    expect(code).toBe(2)
    expect(err).toMatch(/^straks: /)
  })
})

describe('the language server', () => {
  let server: ServerProcess
  beforeAll(() => {
    server = new ServerProcess({ capabilities: { textDocument: { diagnostic: {} } } })
  })
  afterAll(() => server[Symbol.asyncDispose]())

  it.each(INHERITED)('judges, completes, explains and shows documents that say %s', async (word) => {
    for (const [name, text] of [
      ['order', order(word)],
      ['message', message(word)],
    ] as const) {
      const uri = `file:///project/${word}-${name}.notification.json`
      await server.open(uri, text)
      expect((await server.pull(uri)).length).toBeGreaterThan(0)
      const textDocument = { uri }
      for (let character = 0; character < text.length; character += 7) {
        const position = { line: 0, character }
        await server.connection.sendRequest('textDocument/hover', { textDocument, position })
        await server.connection.sendRequest('textDocument/completion', { textDocument, position })
      }
      const range = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } }
      await server.connection.sendRequest('textDocument/codeAction', {
        textDocument,
        range,
        context: { diagnostics: [] },
      })
      await server.connection.sendRequest('textDocument/codeLens', { textDocument })
    }
  })
})
