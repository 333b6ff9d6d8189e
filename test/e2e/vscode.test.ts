import { mkdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { WAITED_MS } from '../support/api/eventually.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'
import { CodeServer } from './support/code-server.ts'
import { built, chromium, codeServer, whereMissing } from './support/editors.ts'

const WORKSPACE = fileURLToPath(new URL('workspace', import.meta.url))
/** `STRAKS_SHOTS=extension/images` makes the pictures of the README anew. */
const SHOTS = process.env.STRAKS_SHOTS ?? join(tmpdir(), 'straks-shots')
const FILE = 'engangskode.notification.json'
const PORT = 8851

/** How long one step may take before it is made again. */
const STEP_MS = 5_000

/** Takes a step anew until it is seen to have worked: a busy editor may lose a key or a click. */
async function again(step: () => Promise<unknown>, worked: () => Promise<unknown>): Promise<void> {
  const once = async (): Promise<boolean> => {
    await step().catch(() => undefined)
    return worked().then(
      () => true,
      () => false,
    )
  }
  await expect.poll(once, { timeout: 2 * WAITED_MS, interval: 100 }).toBe(true)
}

/** Launches Debian's Chromium so that it looks for nothing outside. */
const launch = (): Promise<Browser> =>
  playwright.launch({
    ...(chromium !== undefined && { executablePath: chromium }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  })

describe.skipIf(whereMissing({ 'code-server': codeServer, chromium }))('in a real VS Code', () => {
  let code: CodeServer
  let browser: Browser
  let page: Page
  let service: DevServer

  beforeAll(async () => {
    await mkdir(SHOTS, { recursive: true })
    service = await startDevServer()
    const settings = { 'straks.inboxUrl': `${service.url}/` }
    code = await CodeServer.start(WORKSPACE, built.vsix, PORT, settings)
    browser = await launch()
    page = await browser.newPage({ viewport: { width: 1100, height: 640 } })
    page.setDefaultTimeout(2 * WAITED_MS)
    await page.goto(code.open(FILE))
  })
  afterAll(async () => {
    await browser?.close()
    await code?.stop()
    await service?.stop()
  })

  // What was on the screen tells more of a failure than any message.
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await shot(`failed-${task.name.replaceAll(/\W+/g, '-')}`)
  })

  const shot = (name: string): Promise<Buffer> => page.screenshot({ path: join(SHOTS, `${name}.png`) })
  const word = (text: string) => page.locator('.monaco-editor .view-line span', { hasText: text }).last()
  // A lens that arrives late moves the lines, and a click then meets another: it is made again.
  const cursorOn = async (text: string, line: number): Promise<void> => {
    const place = page.locator('.statusbar-item', { hasText: new RegExp(`Ln ${line}, `) })
    await again(
      () => word(text).click({ timeout: STEP_MS }),
      () => place.waitFor({ timeout: STEP_MS }),
    )
  }

  /** Applies the preferred repair where the cursor is, until the line that it writes is there. */
  async function preferredFix(title: string, repaired: string, seen = async (): Promise<unknown> => undefined) {
    const preferred = page.locator('.action-widget .monaco-list-row.focused', { hasText: title })
    await again(
      async () => {
        await page.keyboard.press('Control+.')
        await preferred.waitFor({ timeout: STEP_MS })
        await seen()
        await page.keyboard.press('Enter')
      },
      () => page.locator('.view-line', { hasText: repaired }).waitFor({ timeout: STEP_MS }),
    )
  }

  /** Runs a command of the palette, once the editor says that it can be run. */
  async function command(title: string): Promise<boolean> {
    await page.keyboard.press('F1')
    await page.locator('.quick-input-widget input').first().fill(`>${title}`)
    const first = page.locator('.quick-input-list .monaco-list-row.focused')
    await first.waitFor()
    const found = (await first.locator('.label-name').first().innerText()) === title
    await page.keyboard.press(found ? 'Enter' : 'Escape')
    return found
  }

  /** Shows another file, alone and as it is saved: to load the workbench again would take most of the time of these tests. */
  async function show(file: string): Promise<void> {
    const gone = (tabs: string) => page.locator(tabs).first().waitFor({ state: 'detached', timeout: STEP_MS })
    // What is not saved would be asked about as it is closed.
    await again(
      () => command('File: Revert File'),
      () => gone('.tab.dirty'),
    )
    await again(
      () => command('View: Close All Editors'),
      () => gone('.tabs-container .tab'),
    )
    await again(
      async () => {
        await page.keyboard.press('F1')
        // Without the sign of commands, files are looked for.
        await page.locator('.quick-input-widget input').first().fill(file)
        await page
          .locator('.quick-input-list .monaco-list-row.focused', { hasText: file })
          .waitFor({ timeout: STEP_MS })
        await page.keyboard.press('Enter')
      },
      () => page.locator('.tab.active', { hasText: file }).waitFor({ timeout: STEP_MS }),
    )
  }

  it('a mistake is underlined', async () => {
    await page.locator('.monaco-editor .squiggly-error').first().waitFor()
  })

  it('a text shows its size', async () => {
    await page.locator('.monaco-editor .view-lines', { hasText: '55/160 · GSM-7 · 1 SMS' }).waitFor()
  })

  it('Problems lists the finding, its code a link to the page of the rule', async () => {
    await page.keyboard.press('Control+Shift+M')
    const row = page.locator('.markers-panel .monaco-list-row', { hasText: 'has no country code' })
    await row.waitFor()
    expect(await row.innerText()).toContain('phone-number')
    const link = row.locator('a', { hasText: 'phone-number' })
    expect(await link.getAttribute('href')).toMatch(/^straks-rules:\/+phone-number\.md$/)
    await shot('problems')
    const opened = page.locator('.view-line', { hasText: 'Write one telephone number' })
    await again(
      () => link.click({ timeout: STEP_MS }),
      () => opened.first().waitFor({ timeout: STEP_MS }),
    )
    await shot('rule-page')
    await page.locator('.tab', { hasText: FILE }).click()
    await page.locator('.monaco-editor .squiggly-error').first().waitFor()
  })

  it('a hover shows the message and its cost', async () => {
    const hover = page.locator('.monaco-hover', { hasText: '105 left' }).first()
    await again(
      async () => {
        await page.mouse.move(900, 360)
        await word('Engangskoden').hover({ timeout: STEP_MS })
      },
      () => hover.waitFor({ timeout: STEP_MS }),
    )
    await shot('hover')
    await page.mouse.move(900, 360)
    await hover.waitFor({ state: 'hidden' })
  })

  it('the preferred quick fix repairs the number', async () => {
    await cursorOn('99999999', 5)
    await page.locator('.monaco-editor [class*="lightbulb" i]').first().waitFor()
    await preferredFix('Norwegian country code', '"+4799999999"', () => shot('quick-fix'))
  })

  it('everything is fixed at once', async () => {
    // The editor offers the command once it has asked what it could do, which it does in its own time.
    const fixed = page.locator('.view-line', { hasText: '"timeToLiveInSeconds": 120' })
    await again(
      () => command('Fix All'),
      () => fixed.waitFor({ timeout: 2_000 }),
    )
    await page.locator('.monaco-editor .squiggly-error').waitFor({ state: 'detached' })
    await page.keyboard.press('Control+S')
    const saved = async (): Promise<unknown> => JSON.parse(await readFile(join(code.folder, FILE), 'utf8'))
    const repaired = { recipientSms: { phoneNumber: '+4799999999', timeToLiveInSeconds: 120 } }
    await expect.poll(saved).toMatchObject(repaired)
  })

  it('a correct file has no problems, not even in the words of the editor itself', async () => {
    await page.locator('.markers-panel', { hasText: 'No problems have been detected' }).waitFor()
  })

  it('the lens opens a preview', async () => {
    await page.locator('.codelens-decoration a', { hasText: 'Preview' }).first().click()
    await page.mouse.move(900, 360)
    const outer = page.frameLocator('iframe.webview.ready').first()
    const body = outer.frameLocator('iframe#active-frame').locator('.bubble')
    await body.waitFor()
    expect(await body.innerText()).toBe('Engangskoden din er 428516. Den er gyldig i 2 minutter.')
    await shot('preview')
  })

  it('the other lens sends the request to the inbox', async () => {
    await page.locator('.codelens-decoration a', { hasText: 'Send to inbox' }).first().click()
    const arrived = async () => (await fetch(`${service.url}/dev/inbox/messages`)).json()
    await expect
      .poll(arrived)
      .toMatchObject([{ to: '+4799999999', body: 'Engangskoden din er 428516. Den er gyldig i 2 minutter.' }])
    await page.locator('.notifications-toasts', { hasText: 'Sent: 201 ' }).waitFor()
  })

  it('a dollar sign brings the keywords', async () => {
    await show('brev.correspondence.json')
    // The lens shows that the server is there.
    await page.locator('.codelens-decoration', { hasText: 'Preview' }).first().waitFor()
    const item = page.locator('.suggest-widget.visible .monaco-list-row', { hasText: '$sendersName$' })
    // A list that comes late meets other keys than the ones it was asked by: each try begins at the file as it is saved.
    await again(
      async () => {
        await page.keyboard.press('Escape')
        await command('File: Revert File')
        await page.locator('.view-line', { hasText: 'brev fra "' }).waitFor({ timeout: STEP_MS })
        await cursorOn('du har fått et brev fra', 7)
        await page.keyboard.press('End')
        await page.keyboard.press('ArrowLeft')
        await page.keyboard.type('$')
        await item.waitFor({ timeout: STEP_MS })
        await shot('completion')
        await page.keyboard.type('send')
        await page.locator('.view-line', { hasText: 'brev fra $send"' }).waitFor({ timeout: STEP_MS })
        // A click takes the very row that is meant, where Enter would take whatever row has the focus.
        await item.click({ timeout: STEP_MS })
      },
      () => page.locator('.view-line', { hasText: 'brev fra $sendersName$"' }).waitFor({ timeout: STEP_MS }),
    )
  })

  it('the status tells how many requests the document holds', async () => {
    await page.locator('.statusbar [aria-label*="Straks: 1"]').first().waitFor()
  })

  it.each([
    ['a program', 'Avsender.cs', 10, 'phoneNumber = "+4799999999",'],
    ['a guide', 'veiledning.md', 7, '"phoneNumber": "+4799999999",'],
  ])('a request in %s is underlined, and repaired where it stands', async (_what, file, line, repaired) => {
    await show(file)
    await page.locator('.monaco-editor .squiggly-error').first().waitFor()
    expect(await page.locator('.monaco-editor .squiggly-error').count()).toBe(1)
    await cursorOn('99999999', line)
    await preferredFix('Norwegian country code', repaired)
    await page.locator('.monaco-editor .squiggly-error').waitFor({ state: 'detached' })
  })

  it('a preview shows the messages that Altinn writes, and when they are sent', async () => {
    await show('varsel.correspondence.json')
    await page.locator('.codelens-decoration a', { hasText: 'Preview' }).first().click()
    await page.mouse.move(900, 360)
    const outer = page.frameLocator('iframe.webview.ready').first()
    const body = outer.frameLocator('iframe#active-frame')
    await body.locator('.phone').last().waitFor()
    expect(await body.locator('figcaption').allInnerTexts()).toEqual([
      '5 minutes after publication (published: now)',
      '5 minutes after publication (published: now) · only where there is no e-mail address · SMS goes out 09:00–17:00 Oslo time by default',
      'Reminder: 7 days later (1 day in test environments) if the message is unread · SMS goes out 09:00–17:00 Oslo time by default',
    ])
    expect(await body.locator('.bubble').last().innerText()).toContain(
      'Dette er en påminnelse om at Nordmann Bakeri AS',
    )
    await shot('notification')
  })
})
