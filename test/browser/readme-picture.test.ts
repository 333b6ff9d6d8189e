import { readFileSync, writeFileSync } from 'node:fs'
import { describe, it } from 'vitest'
import { ROOT } from '../../scripts/run.ts'
import { HAS_CHROMIUM } from './chromium.ts'
import { InboxInBrowser } from './inbox-in-browser.ts'

/** The editor as the tests of the extension photographed it, and where the picture of both goes. */
const EDITOR = `${ROOT}extension/images/problems.png`
const PICTURE = `${ROOT}docs/images/editor-and-phone.png`

const asUrl = (png: Uint8Array): string => `data:image/png;base64,${Buffer.from(png).toString('base64')}`

// `STRAKS_SHOTS=1 npm test -- readme-picture` makes the picture anew.
describe.skipIf(!HAS_CHROMIUM || process.env.STRAKS_SHOTS === undefined)('the picture of the README', () => {
  const inbox = new InboxInBrowser()

  it('shows a request in the editor, and the message that came of it on the phone', async () => {
    await inbox.send.sms('Engangskoden din er 428516. Den er gyldig i 2 minutter.')
    const page = await inbox.openPage({ viewport: { width: 1280, height: 760 }, reducedMotion: 'reduce' })
    await page.locator('.message .badge.delivered').waitFor()
    const phone = await page.locator('.phone').screenshot()
    const frame = await inbox.newPage({ viewport: { width: 1480, height: 680 } })
    await frame.setContent(`<body style="margin:0;display:flex;gap:24px;align-items:center;justify-content:center;background:#e3e9e7;height:680px">
      <img src="${asUrl(readFileSync(EDITOR))}" style="height:620px;border-radius:10px;box-shadow:0 12px 32px #12282840" alt="">
      <img src="${asUrl(phone)}" style="height:620px" alt=""></body>`)
    await frame.locator('img').last().waitFor()
    writeFileSync(PICTURE, await frame.screenshot())
  })
})
