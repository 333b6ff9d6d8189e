import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { complaintsOf, overflowOf, WIDTHS } from './axe.ts'
import { HAS_CHROMIUM, WITHOUT_CHROMIUM } from './chromium.ts'
import { InboxInBrowser } from './inbox-in-browser.ts'

/** A time in the far future, so that an order waits. */
const LATER = '2036-12-01T09:00:00+01:00'

describe.skipIf(!HAS_CHROMIUM)(`the inbox’s activity and its addresses${WITHOUT_CHROMIUM}`, () => {
  const inbox = new InboxInBrowser()
  const activity = (page: Page) => page.getByRole('region', { name: 'Activity' })
  const line = (page: Page, text: string | RegExp) =>
    activity(page).getByRole('listitem').filter({ hasText: text }).first()

  async function send(path: string, body: unknown): Promise<number> {
    const answer = await fetch(`${inbox.url}/dev/token`, { method: 'POST' })
    const token = String(Object(await answer.json()).access_token)
    const response = await fetch(`${inbox.url}/notifications/api/v1/future/orders${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return response.status
  }

  const sms = (phoneNumber: string, body: string) =>
    send('/instant/sms', {
      idempotencyId: crypto.randomUUID(),
      sendersReference: 'case-17',
      recipientSms: { phoneNumber, timeToLiveInSeconds: 60, smsSettings: { body } },
    })

  async function openActivity(): Promise<Page> {
    const page = await inbox.openPage()
    await page.getByRole('link', { name: 'Activity' }).click()
    await activity(page).waitFor()
    return page
  }

  it('shows what was refused, what no provider took, and what was delivered', async () => {
    const page = await openActivity()
    expect(await sms('4799999', 'refused')).toBe(400)
    await sms('+4799990002', 'never taken')
    await sms('+4791000017', 'delivered')
    await line(page, 'Refused with 400').waitFor()
    await line(page, 'Invalid number: no provider took it').waitFor()
    await line(page, '+4791000017').getByText('Delivered', { exact: true }).waitFor()
    await page.getByRole('button', { name: /^Failed/ }).click()
    await line(page, 'Refused with 400').waitFor()
    expect(await line(page, '+4791000017').count()).toBe(0)
  })

  it('sets statuses and recipients below each other, and goes back to the messages', async () => {
    const page = await openActivity()
    await sms('4799999', 'refused')
    await sms('+4791000018', 'delivered')
    await line(page, 'Refused with 400').waitFor()
    await line(page, '+4791000018').getByText('Delivered', { exact: true }).waitFor()
    const placesOf = async (column: string): Promise<number> => {
      const lefts = await activity(page)
        .locator(column)
        .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().left))
      return new Set(lefts).size
    }
    // A line that is made anew, as its advice comes, has no place for a moment.
    for (const column of ['time', '.badge', '.activity-to'])
      await expect.poll(() => placesOf(column), { message: column }).toBe(1)
    await page.goBack()
    await page.getByRole('region', { name: 'Phone' }).waitFor()
  })

  it('shows request, answer and what the judge says of a refusal', async () => {
    await sms('4799999', 'refused')
    const page = await openActivity()
    await line(page, 'Refused with 400').locator('summary').click()
    await line(page, 'Refused with 400')
      .getByRole('group', { name: /^Request: POST/ })
      .getByText('"sendersReference": "case-17"')
      .waitFor()
    await line(page, 'Refused with 400').getByRole('link', { name: 'phone-number' }).first().waitFor()
  })

  it('brings forward what waits', async () => {
    const subject = `Later ${crypto.randomUUID()}`
    await send('', {
      idempotencyId: crypto.randomUUID(),
      requestedSendTime: LATER,
      recipient: { recipientEmail: { emailAddress: 'later@example.com', emailSettings: { subject, body: 'Later' } } },
    })
    const page = await openActivity()
    await line(page, 'later@example.com').getByText('Waits for its time').waitFor()
    await line(page, 'later@example.com').getByRole('button', { name: 'Bring forward' }).click()
    await line(page, 'later@example.com').getByText('Delivered', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Messages' }).click()
    await page.getByRole('heading', { name: subject }).waitFor()
  })

  it('gives each message an address of its own', async () => {
    await sms('+4791000021', 'the one that is meant')
    await sms('+4791000022', 'another one')
    const page = await inbox.openPage()
    await page.getByRole('tab', { name: '910 00 021' }).click()
    await page.getByRole('listitem').filter({ hasText: 'the one that is meant' }).getByRole('link').first().click()
    const address = page.url()
    expect(address).toContain('#/message/')
    const other = await inbox.newPage()
    await other.goto(address)
    await other.locator('.message.chosen').getByText('the one that is meant').waitFor()
  })

  it('shows the shipment, the reference, the request and the judge’s advice of a message', async () => {
    await sms('+4791000023', 'Your one-time code is 428516. It is valid for 10 minutes. https://example.com/login')
    const page = await inbox.openPage()
    const message = page.getByRole('listitem').filter({ hasText: '428516' }).first()
    await message.getByText(/\d remarks/).waitFor()
    await message.getByText('Details').click()
    for (const rule of ['otp-validity', 'link-forbidden'])
      await message.getByRole('link', { name: rule }).first().waitFor()
    await message.getByText('case-17', { exact: true }).waitFor()
    await message
      .getByRole('group', { name: /^Request: POST/ })
      .getByText('"timeToLiveInSeconds": 60')
      .waitFor()
  })

  it('counts what was not read in its title, and marks conversations with failures', async () => {
    await sms('+4799990005', 'fails')
    await sms('+4791000023', 'the newest')
    const page = await inbox.openPage()
    await page.getByRole('tab', { name: 'has failed messages' }).waitFor()
    await page.getByRole('tab', { name: '999 90 005' }).click()
    await sms('+4791000024', 'another phone')
    await sms('+4791000025', 'a third phone')
    await page.getByRole('tab', { name: '910 00 024 1 new' }).waitFor()
    await page.waitForFunction(() => /^\(\d+\) /.test(document.title))
  })

  it('announces both of two messages that come together', async () => {
    const page = await inbox.openPage()
    await Promise.all([sms('+4791000026', 'one'), sms('+4791000027', 'two')])
    for (const number of ['910 00 026', '910 00 027'])
      await page.locator('#announcements').getByText(number.replaceAll(' ', '\u00a0')).waitFor({ state: 'attached' })
  })

  it('brings back what was emptied', async () => {
    await sms('+4791000028', 'not to be forgotten')
    const page = await inbox.openPage()
    await page.getByText('not to be forgotten').first().waitFor()
    await page.getByRole('button', { name: 'Empty inbox' }).click()
    await page.getByRole('heading', { name: 'Send the first message' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('not to be forgotten').first().waitFor()
  })

  it.each([
    ['light', 'en-GB'],
    ['dark', 'nb-NO'],
    ['light', 'nn-NO'],
  ] as const)(
    'breaks no rule of accessibility at any width, when it is %s and speaks %s',
    async (colorScheme, locale) => {
      await sms('+4791000029', 'Your one-time code is 428516. It is valid for 10 minutes.')
      await sms('+4799990005', 'fails')
      await sms('4799999', 'refused')
      await inbox.send.mail({ subject: 'Hello', body: '<p>Hello</p>', contentType: 'Html' })
      const page = await inbox.openPage({ colorScheme, locale, reducedMotion: 'reduce' })
      await page.locator('.message').first().waitFor()
      for (const view of ['sms', 'email', 'activity']) {
        await page.goto(`${inbox.url}/#/${view}`)
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 })
          expect(await overflowOf(page), `${view} at ${width} px is larger than what is on it`).toBe(0)
          expect(await complaintsOf(page), `${view} at ${width} px`).toEqual([])
        }
      }
    },
  )
})
