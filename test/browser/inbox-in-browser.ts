import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { WAITED_MS } from '../support/api/eventually.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'
import { launchChromium } from './chromium.ts'
import { Sender } from './sender.ts'

const notStarted = (): never => {
  throw new Error('The service and the browser start with the suite.')
}

/** A service and a browser for a suite: an empty inbox before each test, a browser without complaints after it. */
export class InboxInBrowser {
  #server: DevServer | undefined
  #browser: Browser | undefined
  #sender: Sender | undefined
  #errors: string[] = []
  #forgiven: RegExp[] = []

  /** Starts and ends both with the suite that calls it. */
  constructor() {
    beforeAll(async () => {
      ;[this.#server, this.#browser] = await Promise.all([startDevServer(), launchChromium()])
      this.#sender = await Sender.to(this.url)
    })
    afterAll(() => Promise.all([this.#browser?.close(), this.#server?.stop()]))
    beforeEach(async () => {
      this.#errors = []
      this.#forgiven = []
      await this.send.empty()
    })
    afterEach(async () => {
      await Promise.all((this.#browser?.contexts() ?? []).map((context) => context.close()))
      const complaints = this.#errors.filter((error) => !this.#forgiven.some((complaint) => complaint.test(error)))
      expect(complaints, 'what the browser complained about').toEqual([])
    })
  }

  get url(): string {
    return this.#server?.url ?? notStarted()
  }

  get send(): Sender {
    return this.#sender ?? notStarted()
  }

  /** A page that is not opened yet, in English unless told. */
  async newPage(options: BrowserContextOptions = {}): Promise<Page> {
    const browser = this.#browser ?? notStarted()
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 860 }, ...options })
    const page = await context.newPage()
    page.setDefaultTimeout(WAITED_MS)
    page.on('pageerror', (error) => this.#errors.push(String(error)))
    page.on('console', (message) => message.type() === 'error' && this.#errors.push(message.text()))
    return page
  }

  /** The inbox, opened and live. */
  async openPage(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.newPage(options)
    await page.goto(this.url)
    await page.locator('[data-state=live]').waitFor()
    return page
  }

  /** Forgives the complaints that a test provokes, also those that the browser tells of after the test's last line. */
  forgive(complaint: RegExp): void {
    this.#forgiven.push(complaint)
  }
}
