import { describe, expect, it } from 'vitest'
import { someNumber } from '../support/api/requests.ts'
import { complaintsOf, overflowOf, WIDTHS } from './axe.ts'
import { HAS_CHROMIUM, WITHOUT_CHROMIUM } from './chromium.ts'
import { DeskInBrowser, WAITING_NUMBER } from './desk-in-browser.ts'
import { InboxInBrowser } from './inbox-in-browser.ts'

describe.skipIf(!HAS_CHROMIUM)(`the operator’s page, for every reader${WITHOUT_CHROMIUM}`, () => {
  const inbox = new InboxInBrowser()
  const desk = new DeskInBrowser(inbox)

  it.each([
    ['light', 'en-GB', 'How the service fares'],
    ['dark', 'nb-NO', 'Hvordan det går'],
    ['light', 'nn-NO', 'Korleis det går'],
  ] as const)(
    'breaks no rule of accessibility and fits every width, when it is %s and speaks %s',
    async (colorScheme, locale, title) => {
      await desk.sendAndEnd('+4791000051')
      await desk.sendAndEnd('+4799990005')
      const id = await desk.send(WAITING_NUMBER)
      await desk.happened(id, 'waits')
      const page = await desk.open('#/now', { colorScheme, locale, reducedMotion: 'reduce' })
      await page.getByRole('region', { name: title }).waitFor()
      await page.locator('.as-table summary').click()
      const views = [
        ['#/now', '.figures'],
        ['#/find?organization=ttd', '.found-row'],
        [`#/shipment/${id}`, '.timeline li'],
        ['#/act', '.sheets'],
        ['#/audit', '.audit table'],
      ] as const
      for (const [hash, shown] of views) {
        await page.goto(desk.address + hash)
        await page.locator(shown).first().waitFor()
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 })
          expect(await overflowOf(page), `${hash} at ${width} px is larger than what is on it`).toBe(0)
          if (width !== 768 && width !== 1920) expect(await complaintsOf(page), `${hash} at ${width} px`).toEqual([])
        }
      }
    },
  )

  it('breaks none where it asks for a token, or for a confirmation, on a phone', async () => {
    const phone = { viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' } as const
    const stranger = await inbox.newPage(phone)
    await stranger.goto(desk.address)
    await stranger.locator('.sign-in').waitFor()
    expect([await complaintsOf(stranger), await overflowOf(stranger)]).toEqual([[], 0])
    const page = await desk.open('#/act', phone)
    await page.getByRole('region', { name: 'Erase a person' }).getByLabel('Recipient').fill('x'.repeat(80))
    await page.getByRole('region', { name: 'Erase a person' }).getByRole('button', { name: 'Erase' }).click()
    await page.getByRole('dialog').waitFor()
    expect([await complaintsOf(page), await overflowOf(page)]).toEqual([[], 0])
  })

  it('keeps what was searched for when it changes its language', async () => {
    const phoneNumber = someNumber()
    await desk.sendAndEnd(phoneNumber)
    const page = await desk.open('#/find')
    await page.getByRole('region', { name: 'Find messages' }).getByLabel('Recipient', { exact: true }).fill(phoneNumber)
    await page.getByRole('button', { name: 'Search' }).click()
    await page.locator('.found-row').waitFor()
    await page.getByLabel('Language').selectOption('nn')
    await page.getByRole('heading', { name: 'Finn meldingar' }).waitFor()
    expect(await page.getByLabel('Mottakar').inputValue()).toBe(phoneNumber)
    expect(await page.locator('.found-row').count()).toBe(1)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('nn')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')
  })
})
