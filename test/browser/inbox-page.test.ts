import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { overflowOf } from './axe.ts'
import { HAS_CHROMIUM, WITHOUT_CHROMIUM } from './chromium.ts'
import { contrastOf } from './contrast.ts'
import { InboxInBrowser } from './inbox-in-browser.ts'
import { layLine } from './line.ts'
import { setTrap } from './trap.ts'

/** WCAG AA, for text of ordinary size. */
const READABLE = 4.5

describe.skipIf(!HAS_CHROMIUM)(`the inbox page${WITHOUT_CHROMIUM}`, () => {
  const inbox = new InboxInBrowser()
  const phone = (page: Page) => page.getByRole('region', { name: 'Phone' })
  const thread = (page: Page) => page.locator('.thread')
  const mailClient = (page: Page) => page.getByRole('region', { name: 'E-mail' })
  const inFrame = (page: Page) => page.frameLocator('iframe')
  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

  it('shows an SMS as it arrives, without a reload', async () => {
    const page = await inbox.openPage()
    await inbox.send.sms('Your one-time code is 428516. It is valid for 2 minutes.')
    const message = phone(page).getByRole('listitem').filter({ hasText: '428516' }).first()
    await message.getByText('Altinn').waitFor()
    await message.getByText('1 SMS · GSM-7 · 56/160').waitFor()
    await message.getByText('Delivered').first().waitFor()
    await page.getByText('New SMS from Altinn to +47 999 99 999').waitFor({ state: 'attached' })
    await message.getByRole('button', { name: 'Copy 428516' }).waitFor()
  })

  it('shows how many SMS a long text takes', async () => {
    const page = await inbox.openPage()
    await inbox.send.sms('æ'.repeat(200))
    await phone(page).getByText('2 SMS · GSM-7 · 200/306').waitFor()
    await inbox.send.sms('ł'.repeat(200))
    await phone(page).getByText('3 SMS · UCS-2 · 200/201').waitFor()
    expect(await phone(page).locator('.parts').last().locator('i').count()).toBe(3)
  })

  it('shows a phone for every number, walked with the arrow keys', async () => {
    const page = await inbox.openPage()
    await inbox.send.sms('to the first', '+4791000001')
    await inbox.send.sms('to the second', '+4791000002')
    const [second, first] = [
      page.getByRole('tab', { name: '910 00 002' }),
      page.getByRole('tab', { name: '910 00 001' }),
    ]
    await thread(page).getByText('to the second').waitFor()
    await second.focus()
    await page.keyboard.press('ArrowRight')
    await thread(page).getByText('to the first').waitFor()
    expect(await first.getAttribute('aria-selected')).toBe('true')
    expect(await focused(page)).toContain('001')
    await inbox.send.sms('again to the second', '+4791000002')
    await page.getByRole('tab', { name: '910 00 002 1 new' }).waitFor()
    await thread(page).getByText('to the first').waitFor()
    expect(await focused(page)).toContain('001')
  })

  it('shows the plain text beside HTML', async () => {
    await inbox.send.mail({
      subject: 'Hi',
      body: '<h1>Hello</h1><p>Read <a href="https://a.no/b">this</a>.</p>',
      contentType: 'Html',
    })
    const page = await inbox.openPage()
    await inFrame(page).getByRole('heading', { name: 'Hello' }).waitFor()
    await page.getByRole('tab', { name: 'Plain text' }).click()
    await mailClient(page).getByText('Read this (https://a.no/b).').waitFor()
    await page.keyboard.press('ArrowLeft')
    await inFrame(page).getByRole('heading', { name: 'Hello' }).waitFor()
  })

  it('keeps the styles of a HTML mail', async () => {
    await inbox.send.mail({
      subject: 'Styled',
      body: '<style>b { color: rgb(1, 2, 3) }</style><b>block</b> <i style="color: rgb(4, 5, 6)">line</i>',
      contentType: 'Html',
    })
    const page = await inbox.openPage()
    const colorOf = (text: string) =>
      inFrame(page)
        .getByText(text)
        .evaluate((node) => getComputedStyle(node).color)
    expect(await colorOf('block')).toBe('rgb(1, 2, 3)')
    expect(await colorOf('line')).toBe('rgb(4, 5, 6)')
  })

  it('loads nothing from a HTML mail', async () => {
    const trap = await setTrap()
    const at = (name: string) => `${trap.url}/${name}`
    await inbox.send.mail({
      subject: 'Trap',
      contentType: 'Html',
      body: `<html><head><base href="${trap.url}/"><meta http-equiv="refresh" content="0;url=${at('refresh')}">
        <link rel="preconnect" href="${trap.url}"><link rel="stylesheet" href="${at('css')}">
        <style>@import url(${at('import')}); @font-face { font-family: f; src: url(${at('font')}) }
          body { background: url(${at('background')}); font-family: f }</style>
        <script src="${at('script')}"></script></head>
        <body onload="document.body.append('RAN onload')"><script>document.body.append('RAN script')</script>
        <img src="${at('img')}" srcset="${at('srcset')} 2x" onerror="document.body.append('RAN onerror')" alt="picture">
        <svg><image href="${at('svg')}"/><script>document.body.append('RAN svg')</script></svg>
        <iframe src="${at('iframe')}"></iframe><object data="${at('object')}"></object><embed src="${at('embed')}">
        <video src="${at('video')}" poster="${at('poster')}" autoplay></video><audio src="${at('audio')}" autoplay></audio>
        <form action="${at('form')}"><input name="code"><button>Submit</button></form>
        <a href="${at('self')}" target="_self">self</a> <a href="${at('top')}" target="_top">top</a>
        <a href="${at('blank')}" target="_blank" ping="${at('ping')}">blank</a> <a href="javascript:document.body.append('RAN link')">run</a>
        <p>The end.</p></body></html>`,
    })
    const page = await inbox.newPage()
    await page.goto(inbox.url)
    await inFrame(page).getByText('The end.').waitFor()
    expect(await inFrame(page).getByRole('link', { name: 'top' }).getAttribute('title')).toBe(at('top'))
    for (const name of ['self', 'top', 'blank', 'run']) await inFrame(page).getByRole('link', { name }).click()
    await inFrame(page).getByRole('button', { name: 'Submit' }).click()
    await new Promise((resolve) => setTimeout(resolve, 1_000))

    await inFrame(page).getByText('The end.').waitFor()
    expect(await inFrame(page).locator('body').innerText()).not.toContain('RAN')
    expect(trap.visits).toEqual([])
    expect(page.context().pages()).toHaveLength(1)
    expect(page.url()).toBe(`${inbox.url}/`)
    // Whatever the browser says here, it says of something that it has blocked.
    inbox.forgive(/./)
    await trap.stop()
  })

  it('scrolls a long HTML mail from the keyboard', async () => {
    await inbox.send.mail({ subject: 'Long', body: '<p>line</p>'.repeat(100), contentType: 'Html' })
    const page = await inbox.openPage()
    await inFrame(page).getByText('line').first().waitFor()
    await page.getByRole('tab', { name: 'HTML' }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('PageDown')
    const html = inFrame(page).locator('html')
    await expect.poll(() => html.evaluate((element) => element.scrollTop)).toBeGreaterThan(0)
  })

  it('moves through the mail list with the arrow keys', async () => {
    for (const subject of ['Oldest', 'Middle', 'Newest']) await inbox.send.mail({ subject, body: `${subject} body` })
    const page = await inbox.openPage()
    await mailClient(page).getByText('Newest body').waitFor()
    await page.getByRole('option', { name: 'Newest' }).focus()
    await page.keyboard.press('ArrowDown')
    await mailClient(page).getByText('Middle body').waitFor()
    expect(await focused(page)).toContain('Middle')
    await page.keyboard.press('End')
    await mailClient(page).getByText('Oldest body').waitFor()
    await page.keyboard.press('ArrowDown')
    expect(await mailClient(page).getByRole('option', { selected: true }).innerText()).toContain('Oldest')
    await page.keyboard.press('Home')
    await mailClient(page).getByText('Newest body').waitFor()
    expect(await page.locator('[role=option][tabindex="0"]').count()).toBe(1)
  })

  it('stays with the mail that someone reads, and marks the new one', async () => {
    for (const subject of ['Old', 'Newer']) await inbox.send.mail({ subject, body: `${subject} body` })
    const page = await inbox.openPage()
    await page.getByRole('option', { name: 'Old' }).click()
    await inbox.send.mail({ subject: 'Latest', body: 'Latest body' })
    await page.locator('.mail-row.unread').filter({ hasText: 'Latest' }).waitFor()
    await mailClient(page).getByText('Old body').waitFor()
    await page.getByRole('option', { name: 'Latest' }).click()
    await mailClient(page).getByText('Latest body').waitFor()
    expect(await page.locator('.mail-row.unread').count()).toBe(0)
  })

  it('shows the timeline', async () => {
    const page = await inbox.openPage()
    await inbox.send.sms('Rejected', '+4799990005')
    const summary = phone(page).locator('summary').filter({ hasText: 'Rejected' })
    await summary.waitFor()
    await summary.focus()
    await page.keyboard.press('Enter')
    const steps = phone(page).locator('.timeline li')
    expect(await steps.locator('code').allInnerTexts()).toEqual(['SMS_Sending', 'SMS_Accepted', 'SMS_Failed_Rejected'])
    expect(await steps.last().innerText()).toMatch(/\d\d:\d\d:\d\d\.\d{3}[\s\S]*\+\d+ ms/)
    await inbox.send.mail({ subject: 'Bounces', body: 'No', to: 'bounced@simulator.test' })
    await mailClient(page).getByText('Bounced').first().waitFor()
  })

  it('escapes markup in sender and subject', async () => {
    const markup = '<img src=x onerror="document.title=1">'
    const message = { to: '+4791000001', from: markup, body: markup, receivedAt: new Date().toISOString() }
    const [sms, email] = (['SMS', 'Email'] as const).map((name) => ({
      ...message,
      id: name,
      channel: name.toLowerCase(),
      subject: markup,
      status: `${name}_Delivered`,
      timeline: [{ status: `${name}_Delivered`, at: message.receivedAt }],
    }))
    const page = await inbox.newPage()
    await page.route('**/dev/inbox/messages*', (route) => route.fulfill({ json: [sms, email] }))
    await page.goto(inbox.url)
    await page.getByRole('heading', { name: markup }).waitFor()
    expect(await thread(page).getByText(markup).count()).toBe(2)
    expect(await mailClient(page).getByText(markup).count()).toBeGreaterThanOrEqual(4)
    expect(await page.locator('main img').count()).toBe(0)
  })

  it('speaks nynorsk', async () => {
    const page = await inbox.openPage({ locale: 'nn-NO' })
    await page.getByRole('heading', { name: 'Send den første meldinga' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('nn')
    await inbox.send.sms('Koden din er 1234')
    await page.getByText('Levert').first().waitFor()
    await page.getByRole('button', { name: 'Tøm innboksen' }).waitFor()
  })

  it('speaks the language that was chosen, and remembers it', async () => {
    const page = await inbox.openPage()
    await page.getByLabel('Language').selectOption('nb')
    await page.getByRole('heading', { name: 'Send den første meldingen' }).waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')
    await page.reload()
    await page.getByRole('heading', { name: 'Send den første meldingen' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('nb')
  })

  it('says so when it loses the connection and catches up', async () => {
    const line = await layLine(inbox.url)
    const page = await inbox.newPage()
    const connection = page.getByRole('status')
    await page.goto(line.url)
    await page.getByRole('heading', { name: 'Send the first message' }).waitFor()
    await connection.filter({ hasText: 'Live' }).waitFor()
    line.cut()
    await connection.filter({ hasText: 'Reconnecting' }).waitFor()
    await inbox.send.sms('sent while nobody listened')
    await connection.filter({ hasText: 'Offline' }).waitFor()
    expect(await page.getByText('sent while nobody listened').count()).toBe(0)
    line.mend()
    await thread(page).getByText('sent while nobody listened').waitFor()
    await connection.filter({ hasText: 'Live' }).waitFor()
    inbox.forgive(/WebSocket connection|Failed to load resource/)
    await line.stop()
  })

  it('empties the inbox, on every page that shows it', async () => {
    await inbox.send.sms('to be forgotten')
    const [page, other] = await Promise.all([inbox.openPage(), inbox.openPage()])
    await thread(other).getByText('to be forgotten').waitFor()
    await page.getByRole('button', { name: 'Empty inbox' }).click()
    for (const one of [page, other]) await one.getByRole('heading', { name: 'Send the first message' }).waitFor()
    expect(await page.getByRole('button', { name: 'Empty inbox' }).isDisabled()).toBe(true)
    expect(await (await fetch(`${inbox.url}/dev/inbox/messages`)).json()).toEqual([])
  })

  it('tells how to send the first message', async () => {
    const page = await inbox.openPage()
    const command = await page.getByRole('group', { name: 'In a terminal' }).innerText()
    expect(command).toContain(`curl -s -X POST ${inbox.url}/dev/token`)
    expect(command).toContain(`curl -X POST ${inbox.url}/notifications/api/v1/future/orders/instant/sms`)
    await inbox.send.asWritten(JSON.parse(/-d '(.*)'$/s.exec(command)?.[1] ?? ''))
    await phone(page).getByText('428516').first().waitFor()
    await page.getByRole('heading', { name: 'No e-mail yet' }).waitFor()
    await page.getByRole('button', { name: 'Send an example' }).click()
    await inFrame(page).getByText('428516').waitFor()
  })

  it('says so when the inbox cannot be read, and tries again', async () => {
    const page = await inbox.newPage()
    await page.route('**/dev/inbox/messages*', (route) => route.fulfill({ status: 500 }))
    await page.goto(inbox.url)
    await page.getByRole('alert').getByText('The inbox cannot be read').waitFor()
    await page.unrouteAll()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('heading', { name: 'Send the first message' }).waitFor()
    inbox.forgive(/status of 500/)
  })

  it('says so when the inbox could not be emptied', async () => {
    await inbox.send.sms('stays')
    const page = await inbox.openPage()
    await page.route('**/dev/inbox/messages*', (route) => route.fulfill({ status: 500 }))
    await page.getByRole('button', { name: 'Empty inbox' }).click()
    await page.getByRole('alert').getByText('could not be emptied').waitFor()
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await page.getByText('could not be emptied').waitFor({ state: 'detached' })
    await thread(page).getByText('stays').waitFor()
    inbox.forgive(/status of 500/)
  })

  it('reaches everything with the Tab key, and lets go again', async () => {
    await inbox.send.sms('Your code is 4321')
    await inbox.send.mail({ subject: 'Hello', body: '<p>Hello</p>', contentType: 'Html' })
    const page = await inbox.openPage()
    await inFrame(page).getByText('Hello').waitFor()
    await phone(page).getByText('Delivered').first().waitFor()
    const stops: string[] = []
    for (let press = 0; press < 30; press++) {
      await page.keyboard.press('Tab')
      // A sealed frame may live in a process of its own, where the focus arrives a moment after the key.
      await page
        .waitForFunction(() => document.activeElement !== document.body, undefined, { timeout: 1_000 })
        .catch(() => null)
      const stop = await page.evaluate(() => {
        const element = document.activeElement
        const outline = element && getComputedStyle(element).outlineStyle
        if (!element || element === document.body) return 'body'
        const name = element.getAttribute('role') ?? element.tagName.toLowerCase()
        return outline === 'none' && name !== 'iframe' ? `${name} without visible focus` : name
      })
      if (stop === 'body') break
      stops.push(stop)
    }
    expect(stops).toEqual([
      ...['a', 'a', 'a', 'select', 'button'],
      ...['tab', 'ol', 'a', 'button', 'summary', 'summary'],
      ...['option', 'summary', 'summary', 'tab', 'iframe'],
    ])
  })

  it.each(['light', 'dark'] as const)('keeps its texts readable when it is %s', async (colorScheme) => {
    await inbox.send.sms('Your code is 4321', '+4791000001')
    await inbox.send.sms('Your code is 4322', '+4799990005')
    await inbox.send.mail({ subject: 'Older', body: 'Older' })
    await inbox.send.mail({ subject: 'Hello', body: '<p>Hello</p>', contentType: 'Html' })
    const page = await inbox.openPage({ colorScheme, reducedMotion: 'reduce' })
    await inFrame(page).getByText('Hello').waitFor()
    await phone(page).locator('summary').first().click()
    const texts = page.locator(
      'h1, h1 span, .connection, header a, header button, [role=tab], .owner, .message b, .message time, ' +
        '.bubble p, .copy, .size, .badge, .timeline-label, .timeline code, .timeline time, .elapsed, .mail-from, ' +
        '.mail-subject, .mail-to, .mail-row time, h2, .count, h3, dt, dd, .hint',
    )
    const contrasts = await Promise.all(
      (await texts.all()).map(async (text) => ({ text: await text.innerText(), contrast: await contrastOf(text) })),
    )
    expect(contrasts.length).toBeGreaterThan(40)
    expect(contrasts.filter(({ contrast }) => contrast < READABLE)).toEqual([])
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe(
      colorScheme === 'dark' ? 'rgb(231, 239, 237)' : 'rgb(15, 31, 30)',
    )
  })

  it('fits a screen as narrow as a phone', async () => {
    await inbox.send.sms('w'.repeat(150), '+4791000001')
    await inbox.send.sms('Hello', '+4791000002')
    await inbox.send.mail({ subject: 'm'.repeat(100), body: 'x'.repeat(300) })
    const page = await inbox.openPage({ viewport: { width: 320, height: 640 } })
    await phone(page).getByText('Hello').first().waitFor()
    expect(await mailClient(page).isVisible()).toBe(false)
    await page.getByRole('link', { name: 'E-mail' }).click()
    await mailClient(page).getByText('xxx').waitFor()
    expect(await phone(page).isVisible()).toBe(false)
    expect(await overflowOf(page)).toBe(0)
  })
})
