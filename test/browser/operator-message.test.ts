import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { listIn } from '../support/api/answer.ts'
import { HAS_CHROMIUM, WITHOUT_CHROMIUM } from './chromium.ts'
import { DeskInBrowser, WAITING_NUMBER } from './desk-in-browser.ts'
import { InboxInBrowser } from './inbox-in-browser.ts'

/** What a browser says of an answer that is no success. */
const REFUSED = /status of 4\d\d/

describe.skipIf(!HAS_CHROMIUM)(`an operator in a browser${WITHOUT_CHROMIUM}`, () => {
  const inbox = new InboxInBrowser()
  const desk = new DeskInBrowser(inbox)
  const rows = (page: Page) => page.locator('.found-row')
  const timeline = (page: Page) => page.locator('.timeline')

  async function find(page: Page, recipient: string): Promise<void> {
    // The view that was open before may have a recipient too.
    const part = page.getByRole('region', { name: 'Find messages' })
    await part.getByLabel('Recipient', { exact: true }).fill(recipient)
    await part.getByRole('button', { name: 'Search' }).click()
  }

  it('finds a message by its recipient, and reads its timeline but never its text', async () => {
    // Each try has a number of its own, and finds one row.
    const national = `9102${String(Math.floor(Math.random() * 10_000)).padStart(4, '0')}`
    const id = await desk.sendAndEnd(`+47${national}`, 'case-41', 'Your code is 918273.')
    const page = await desk.open('#/find')
    await find(page, `${national.slice(0, 3)} ${national.slice(3, 5)} ${national.slice(5)}`)
    await rows(page)
      .filter({ hasText: `+47${national}` })
      .click()
    await page.waitForURL(`**/operator#/shipment/${id}**`)
    await page.getByText('inbox reported that it was delivered.').waitFor()
    for (const step of ['Accepted', 'Asked inbox', 'inbox: took it', 'inbox reported: delivered', 'Ended: Delivered'])
      await timeline(page).getByText(step, { exact: true }).waitFor()
    await page.getByText('case-41').waitFor()
    await timeline(page).getByText('desk looked').first().waitFor()
    expect(await page.content()).not.toContain('918273')
    expect(page.url()).not.toContain(national)
  })

  it('gives each message an address of its own', async () => {
    const id = await desk.sendAndEnd('+4799990002')
    const page = await desk.open(`#/shipment/${id}`)
    await page.getByText('inbox refused it: Invalid number').waitFor()
    inbox.forgive(REFUSED)
    await page.goto(`${desk.address}#/shipment/${crypto.randomUUID()}`)
    await page.getByRole('heading', { name: 'No organisation has such a shipment' }).waitFor()
  })

  it('tries a message again and gives it up, by the keyboard alone', async () => {
    inbox.forgive(REFUSED)
    const id = await desk.send(WAITING_NUMBER, 'keyboard')
    await desk.happened(id, 'waits')
    const page = await desk.open('#/find')
    const focusOn = async (part: string) => {
      for (let tabs = 0; tabs < 40; tabs++) {
        if (await page.evaluate((selector) => document.activeElement?.matches(selector), part)) return
        await page.keyboard.press('Tab')
      }
      throw new Error(`The Tab key does not lead to ${part}`)
    }
    await focusOn('[name=sendersReference]')
    await page.keyboard.type('keyboard')
    await page.keyboard.press('Enter')
    await rows(page).first().waitFor()
    await focusOn('.found-row')
    await page.keyboard.press('Enter')
    await page.getByText(/inbox was away/).waitFor()
    await focusOn('[data-focus=redrive]')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Try again')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    // An attempt of its own may be under way just then: that is told, and is the one.
    await page.getByText(/It is tried again\.|An attempt is under way/).waitFor()
    await timeline(page).getByText('An operator tried again').first().waitFor()
    await page.getByRole('button', { name: 'Give up' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Give up' }).click()
    await page.getByText('An operator gave it up.').waitFor()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Try again' }).click()
    await page.locator('.notice:not(.good)').waitFor()
  })

  it('tries all again that a filter finds, and says how many', async () => {
    const reference = crypto.randomUUID()
    for (const _ of [1, 2]) await desk.happened(await desk.send(WAITING_NUMBER, reference), 'waits')
    const page = await desk.open('#/act')
    const part = page.getByRole('region', { name: 'Try many again' })
    await part.getByLabel('Sender’s reference').fill(reference)
    await part.getByRole('button', { name: 'Try all again' }).click()
    await page.getByRole('dialog').getByText(reference).waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Try all again' }).click()
    await page.getByText('2 tried again, 0 not.').waitFor()
  })

  it('erases a person once their name is typed again, and shows what was erased', async () => {
    await desk.sendAndEnd('+4791000042')
    const page = await desk.open('#/act')
    const part = page.getByRole('region', { name: 'Erase a person' })
    await part.getByLabel('Recipient').fill('+4791000042')
    await part.getByRole('button', { name: 'Erase' }).click()
    const dialog = page.getByRole('dialog')
    const erase = dialog.getByRole('button', { name: 'Erase' })
    expect(await erase.isDisabled()).toBe(true)
    await dialog.getByLabel('Recipient, once more').fill('+4791000043')
    expect(await erase.isDisabled()).toBe(true)
    await dialog.getByLabel('Recipient, once more').fill('+4791000042')
    await erase.click()
    await page.getByText('The recipient is erased.').waitFor()
    await part.getByRole('row', { name: 'Messages 1', exact: true }).waitFor()
    await page.getByRole('link', { name: 'Find' }).click()
    await find(page, '+4791000042')
    await page.getByText(/^Nothing found/).waitFor()
    await page.getByRole('link', { name: 'Audit' }).click()
    const audit = page.getByRole('table', { name: 'What operators did' })
    await audit.getByRole('row').filter({ hasText: 'erased' }).first().waitFor()
    expect(await page.content()).not.toContain('91000042')
  })

  it('says that an unknown recipient erased nothing', async () => {
    const page = await desk.open('#/act')
    const part = page.getByRole('region', { name: 'Erase a person' })
    await part.getByLabel('Recipient').fill('no.one@example.com')
    await part.getByRole('button', { name: 'Erase' }).click()
    await page.getByRole('dialog').getByLabel('Recipient, once more').fill('no.one@example.com')
    await page.getByRole('dialog').getByRole('button', { name: 'Erase' }).click()
    await page.getByText(/^Nothing was erased/).waitFor()
  })

  it('suppresses an address and lifts that by the keyboard alone, and says where there was nothing to lift', async () => {
    inbox.forgive(REFUSED)
    const client = await desk.service.client()
    const [org, address] = ['ttd', `${crypto.randomUUID()}@example.com`]
    await client.settles(await client.sendSms())
    const found = async () =>
      listIn((await client.ask('POST', '/straks/v1/suppressions/find', { emailAddress: address })).json.items)
    const page = await desk.open('#/act')
    const part = page.getByRole('region', { name: 'Suppress an address' })
    const act = async (button: string, says: string) => {
      await part.getByLabel('Organisation').fill(org)
      await part.getByLabel('E-mail address').fill(address)
      await part.getByRole('button', { name: button }).press('Enter')
      const dialog = page.getByRole('dialog')
      await dialog.getByText(`${address}`).waitFor()
      await dialog.getByRole('button', { name: button }).press('Enter')
      await page.getByText(says).waitFor()
    }
    await act('Lift', 'The address was not suppressed.')
    await act('Suppress', 'The address is suppressed.')
    expect(await found()).toMatchObject([{ reason: 'operator' }])
    await act('Lift', 'The address is mailed again.')
    expect(await found()).toEqual([])
    expect(await page.content()).not.toContain(address)
  })

  it('goes through long lists page by page', async () => {
    const reference = crypto.randomUUID()
    for (let sent = 0; sent < 55; sent++) await desk.send('+4791000044', reference)
    const page = await desk.open('#/find')
    await page.getByLabel('Sender’s reference').fill(reference)
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('button', { name: 'Show more' }).click()
    await page.waitForFunction(() => document.querySelectorAll('.found-row').length === 55)
    expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0)
  })
})
