import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { chromium as playwright } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { built, chromium, whereMissing } from './support/editors.ts'
import { terminalFindings } from './support/terminal.ts'

const FILE = fileURLToPath(new URL('workspace/engangskode.notification.json', import.meta.url))

describe.skipIf(whereMissing({ chromium }))('as a worker in a browser', () => {
  it('the server says what the terminal says', async () => {
    const browser = await playwright.launch({
      ...(chromium !== undefined && { executablePath: chromium }),
      args: ['--no-sandbox', '--disable-gpu'],
    })
    try {
      const page = await browser.newPage()
      const [code, text] = await Promise.all([readFile(built.server, 'utf8'), readFile(FILE, 'utf8')])
      const said = await page.evaluate(
        ({ code, text }) =>
          new Promise<unknown>((resolve, reject) => {
            const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))
            const send = (message: object): void => worker.postMessage({ jsonrpc: '2.0', ...message })
            const textDocument = { uri: 'file:///engangskode.notification.json', languageId: 'json', version: 1, text }
            worker.onerror = (event) => reject(new Error(event.message))
            worker.onmessage = ({ data }) => {
              if (data.id === 1) {
                send({ method: 'initialized', params: {} })
                send({ method: 'textDocument/didOpen', params: { textDocument } })
              }
              if (data.method === 'textDocument/publishDiagnostics') resolve(data.params.diagnostics)
            }
            send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } })
          }),
        { code, text },
      )
      const expected = await terminalFindings(FILE)
      expect(said).toMatchObject(
        expected.map(({ code, message, line, character }) => ({
          code,
          message,
          range: { start: { line, character } },
        })),
      )
    } finally {
      await browser.close()
    }
  })
})
