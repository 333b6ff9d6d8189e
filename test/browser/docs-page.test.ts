import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { complaintsOf, overflowOf, WIDTHS } from './axe.ts'
import { HAS_CHROMIUM, WITHOUT_CHROMIUM } from './chromium.ts'
import { InboxInBrowser } from './inbox-in-browser.ts'

/** One page of each kind, and rules in all three languages. */
const PAGES = [
  '/docs',
  '/docs/api/instant-messages',
  '/docs/errors',
  '/docs/errors/nn',
  '/docs/guides/one-time-codes',
  '/docs/rules',
  '/docs/rules/nb/phone-number',
  '/docs/rules/nn/sms-parts',
] as const

/** Whether a reader sees it without scrolling. */
const seenOf = (place: Locator): Promise<boolean> =>
  place.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  })

describe.skipIf(!HAS_CHROMIUM)(`the documentation${WITHOUT_CHROMIUM}`, () => {
  const inbox = new InboxInBrowser()
  const open = async (path: string, options: Parameters<InboxInBrowser['newPage']>[0] = {}) => {
    const page = await inbox.newPage(options)
    await page.goto(inbox.url + path)
    return page
  }

  it.each(PAGES)('breaks no rule of accessibility at %s, at any width, light or dark', async (path) => {
    const page = await open(path, { reducedMotion: 'reduce' })
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      const isAsked = path === PAGES[1] || width === 320 || width === 1280
      // Dark is the same document in other colours.
      for (const [colorScheme, about] of [
        ['light', 'everything'],
        ['dark', 'colours'],
      ] as const) {
        await page.emulateMedia({ colorScheme })
        const where = `${colorScheme} at ${width} px`
        expect(await overflowOf(page), `${where}, the page is larger than what is on it`).toBe(0)
        if (isAsked) expect(await complaintsOf(page, { about }), where).toEqual([])
      }
    }
  })

  it('is found by the keyboard alone: / searches, arrows choose, Enter opens', async () => {
    const page = await open('/docs')
    await page.keyboard.press('/')
    await page.keyboard.type('cancel an order')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.getByRole('option', { selected: true }).filter({ hasText: 'Cancel' }).waitFor()
    expect(await complaintsOf(page, { within: '#results' })).toEqual([])
    await page.keyboard.press('Enter')
    await page.waitForURL('**/docs/api/orders#cancelOrder')
  })

  it.each(['/docs/guides/one-time-codes', '/docs/api/instant-messages'])(
    'leads to all of %s with the Tab key, shows where it is, and lets go again',
    async (path) => {
      const page = await open(path)
      const hiddenStops: string[] = []
      for (let hasFocus = true; hasFocus; ) {
        await page.keyboard.press('Tab')
        hasFocus = await page.evaluate(() => document.activeElement !== document.body)
        const hidden = await page.evaluate(() => {
          const element = document.activeElement
          if (!(element instanceof HTMLElement) || element === document.body) return undefined
          element.dataset.reached = 'yes'
          const { bottom, top } = element.getBoundingClientRect()
          const isSeen = bottom > 0 && top < innerHeight && getComputedStyle(element).outlineStyle !== 'none'
          return isSeen ? undefined : element.outerHTML.slice(0, 120)
        })
        if (hidden !== undefined) hiddenStops.push(hidden)
      }
      expect(hiddenStops).toEqual([])
      const missed = await page.evaluate(() => {
        const all = document.querySelectorAll<HTMLElement>('a[href], button, select, input, textarea, summary')
        const open = [...all].filter((element) => element.tabIndex >= 0 && element.checkVisibility())
        return open.filter((element) => !element.dataset.reached).map((element) => element.outerHTML.slice(0, 120))
      })
      expect(missed).toEqual([])
    },
  )

  it('is tried by the keyboard alone', async () => {
    const page = await open('/docs/api/instant-messages')
    await page.getByText('Try it').first().focus()
    await page.keyboard.press('Enter')
    const button = page.getByRole('button', { name: 'Send to my inbox' }).first()
    await button.waitFor()
    for (let press = 0; press < 10; press++) {
      await page.keyboard.press('Tab')
      if (await button.evaluate((element) => element === document.activeElement)) break
    }
    await page.keyboard.press('Enter')
    await page.locator('.outcome .bubble').getByText('428516').waitFor()
  })

  it.each([
    ['member', 'sendersReference'],
    ['error', 'scope-missing'],
    ['rule', 'otp-validity'],
    ['operation', 'send an e-mail at once'],
  ])('finds a %s', async (kind, query) => {
    const page = await open('/docs')
    await page.getByRole('combobox').fill(query)
    await page.getByRole('option').filter({ hasText: kind }).first().waitFor()
  })

  it('speaks the language of the page, and tells that of what it found', async () => {
    const page = await open('/docs/rules/nn/sms-parts')
    await page.getByRole('button', { name: 'Kopier' }).first().waitFor()
    expect(await page.getByText(/^(?:Copy|Search|Pages|Rules|Overview)$/).count()).toBe(0)
    await page.getByRole('combobox', { name: 'Søk' }).fill('sms-parts')
    await page.getByRole('option').filter({ hasText: 'regel' }).filter({ hasText: 'sms-parts · English' }).waitFor()
    await page.getByRole('option').filter({ hasText: 'sms-parts · Bokmål' }).first().waitFor()
  })

  it('asks no other machine for anything', async () => {
    const page = await inbox.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).origin))
    await page.goto(`${inbox.url}/docs/api/orders`)
    await page.getByRole('combobox').fill('order')
    await page.getByRole('option').first().waitFor()
    expect(new Set(asked)).toEqual(new Set([inbox.url]))
  })

  it('shows one language in all samples, remembers it, and copies it', async () => {
    const page = await open('/docs/api/instant-messages')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('tab', { name: 'PowerShell' }).nth(1).click()
    await page.getByRole('tabpanel').first().getByText('Invoke-RestMethod').waitFor()
    await page.goto(`${inbox.url}/docs/api/orders`)
    await page.getByRole('tabpanel').first().getByText('Invoke-RestMethod').waitFor()
    await page.getByRole('button', { name: 'Copy' }).first().click()
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain(`-Uri "${inbox.url}/notifications/api/v1/future/orders"`)
  })

  it('sends what is tried to the reader’s own inbox, and shows it arrive', async () => {
    const page = await open('/docs/api/instant-messages')
    await page.getByText('Try it').first().click()
    await page.getByLabel('Body').first().waitFor()
    expect(await complaintsOf(page, { within: '.try-form' })).toEqual([])
    await page.getByRole('button', { name: 'Send to my inbox' }).click()
    const arrived = page.locator('.outcome .bubble').getByText('428516')
    await arrived.waitFor()
    await expect.poll(() => seenOf(arrived)).toBe(true)
    await page.goto(`${inbox.url}/docs/api/status`)
    await page.getByText('Try it').first().click()
    await page.getByRole('button', { name: 'Send to my inbox' }).click()
    await page.locator('.outcome').getByText('SMS_Delivered').first().waitFor()
  })

  it('leads old links to where their words are now', async () => {
    const page = await open('/docs#phone-number')
    await page.waitForURL('**/docs/rules/phone-number')
    await page.goto(`${inbox.url}/docs#sendInstantSms`)
    await page.waitForURL('**/docs/api/instant-messages#sendInstantSms')
  })

  it('prints its text without what only a screen needs', async () => {
    const page = await open('/docs/guides/one-time-codes')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation').isVisible()).toBe(false)
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
  })

  it('can be read without a script', async () => {
    const page = await open('/docs/errors', { javaScriptEnabled: false })
    await page.getByRole('heading', { name: 'scope-missing' }).waitFor()
  })
})
