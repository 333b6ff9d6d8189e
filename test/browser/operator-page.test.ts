import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { HAS_CHROMIUM, WITHOUT_CHROMIUM } from './chromium.ts'
import { DeskInBrowser } from './desk-in-browser.ts'
import { InboxInBrowser } from './inbox-in-browser.ts'

/** What a browser says of an answer that is no success. */
const REFUSED = /status of 4\d\d/

describe.skipIf(!HAS_CHROMIUM)(`the operator’s page${WITHOUT_CHROMIUM}`, () => {
  const inbox = new InboxInBrowser()
  const desk = new DeskInBrowser(inbox)
  const tokenField = (page: Page) => page.getByLabel('Token', { exact: true })
  const figure = (page: Page, name: string) => page.locator('.figure').filter({ hasText: name })

  async function signInWith(token: string): Promise<Page> {
    const page = await inbox.newPage()
    await page.goto(desk.address)
    await tokenField(page).fill(token)
    await page.getByRole('button', { name: 'Sign in' }).click()
    return page
  }

  it('asks for a token, and shows how the service fares', async () => {
    await desk.sendAndEnd('+4791000031')
    const token = await desk.service.token({ org: 'desk', scope: 'straks:operator' })
    const page = await signInWith(token)
    await figure(page, 'Codes delivered within 10 s').getByText('100').waitFor()
    await figure(page, 'Accepted to delivered')
      .getByText(/p50\s\d/)
      .waitFor()
    await page.getByRole('img', { name: /^Delivered per minute: [1-9]/ }).waitFor()
    await page.getByText('As a table').click()
    await page.getByRole('table', { name: 'Per minute' }).waitFor()
    for (const name of ['Channels', 'Providers', 'Organisations']) await page.getByRole('table', { name }).waitFor()
    await page.getByRole('table', { name: 'Providers' }).getByText('Closed: in use').first().waitFor()
  })

  it('pauses a provider and resumes it', async () => {
    // Where an earlier try has left it paused, it offers no pause.
    const operator = await desk.service.client({ org: 'desk', scope: 'straks:operator' })
    await operator.ask('POST', '/straks/v1/operator/providers/inbox/resume')
    const page = await desk.open()
    const steer = async (name: string) => {
      await page.getByRole('table', { name: 'Providers' }).getByRole('button', { name }).first().click()
      await page.getByRole('dialog').getByRole('button', { name }).click()
    }
    await steer('Pause inbox')
    await page.getByText('inbox is paused.').waitFor()
    await page
      .getByText(/^Paused since/)
      .first()
      .waitFor()
    await steer('Resume inbox')
    await page.getByText('inbox is in use again.').waitFor()
    await page.getByText('Closed: in use').first().waitFor()
  })

  it('keeps the token in this tab alone, and forgets it on signing out', async () => {
    const token = await desk.service.token({ org: 'desk', scope: 'straks:operator' })
    const page = await signInWith(token)
    await page.locator('.figures').waitFor()
    const keptIn = (name: 'localStorage' | 'sessionStorage') =>
      page.evaluate((kept) => JSON.stringify({ ...window[kept] }), name)
    expect(await keptIn('sessionStorage')).toContain(token)
    expect([await keptIn('localStorage'), await page.evaluate(() => document.cookie)].join()).not.toContain(token)
    await page.reload()
    await page.locator('.figures').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await tokenField(page).waitFor()
    expect(await keptIn('sessionStorage')).not.toContain(token)
  })

  it('says plainly that a token has not the scope, is not believed, or is too old', async () => {
    inbox.forgive(REFUSED)
    const sender = await signInWith(await desk.service.token({ scope: 'altinn:serviceowner/notifications.create' }))
    await sender.getByRole('alert').getByText('(403)').waitFor()
    await sender.getByRole('alert').getByText('straks:operator').waitFor()
    const stranger = await signInWith('not-a-token')
    await stranger.getByRole('alert').getByText('(401)').waitFor()
    const old = await desk.service.token({ org: 'desk', scope: 'straks:operator', expiresIn: -120 })
    const late = await signInWith(old)
    await late.getByRole('alert').getByText('expired 2 minutes ago').waitFor()
  })

  it('needs no token where Cloudflare Access lets its reader in', async () => {
    const token = await desk.service.token({ org: 'desk', scope: 'straks:operator' })
    const page = await inbox.newPage()
    // What production serves, behind what Access does: it adds a token to each call.
    await page.route('**/operator', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: (await response.text()).replace(' data-development', '') })
    })
    await page.route('**/straks/v1/operator/**', (route) =>
      route.continue({ headers: { ...route.request().headers(), authorization: `Bearer ${token}` } }),
    )
    await page.goto(desk.address)
    await page.locator('.figures').waitFor()
    expect(await page.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(false)
  })

  it('offers no token of development in production', async () => {
    inbox.forgive(REFUSED)
    const page = await inbox.newPage()
    await page.route('**/operator', async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: (await response.text()).replace(' data-development', '') })
    })
    await page.goto(desk.address)
    await tokenField(page).waitFor()
    expect(await page.getByRole('button', { name: /development/ }).count()).toBe(0)
  })

  it('reads its numbers anew, but not while it is hidden or paused', async () => {
    const page = await inbox.newPage()
    await page.clock.install()
    const reads: string[] = []
    page.on('request', (request) => request.url().includes('/overview') && reads.push(request.url()))
    await page.goto(desk.address)
    await page.locator('.sign-in button[type=button]').click()
    await page.locator('.figures').waitFor()
    const readsAfter = async (ms: number) => {
      reads.length = 0
      await page.clock.runFor(ms)
      await page.waitForTimeout(200)
      return reads.length
    }
    const hide = (state: string) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'visibilityState', { value, configurable: true })
        document.dispatchEvent(new Event('visibilitychange'))
      }, state)
    expect(await readsAfter(10_500)).toBeGreaterThanOrEqual(1)
    await hide('hidden')
    expect(await readsAfter(60_000)).toBe(0)
    await hide('visible')
    await page.waitForTimeout(500)
    await page.getByRole('button', { name: 'Pause', exact: true }).click()
    expect(await readsAfter(60_000)).toBe(0)
    await page.getByText(/^Paused\. Read at/).waitFor()
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByText(/^Read at/).waitFor()
  })

  it('says that the connection is lost, and goes on when it is back', async () => {
    inbox.forgive(/ERR_INTERNET_DISCONNECTED/)
    const page = await desk.open()
    await page.locator('.figures').waitFor()
    await page.context().setOffline(true)
    await page.getByLabel('Period').selectOption('15')
    await page.getByText('The connection is lost. What you see may be old.').waitFor()
    expect(await page.locator('.figures').isVisible()).toBe(true)
    await page.getByRole('button', { name: 'Try again' }).waitFor()
    await page.context().setOffline(false)
    await page.locator('.banner').waitFor({ state: 'detached' })
  })

  it('loads nothing from elsewhere, and lets no page put it in a frame', async () => {
    const response = await fetch(desk.address)
    const policy = response.headers.get('content-security-policy')
    for (const rule of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"])
      expect(policy).toContain(rule)
    const page = await inbox.newPage()
    const asked = new Set<string>()
    page.on('request', (request) => asked.add(new URL(request.url()).origin))
    await page.goto(desk.address)
    await tokenField(page).waitFor()
    expect([...asked]).toEqual([inbox.url])
  })
})
