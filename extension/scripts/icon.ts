import { readFile, writeFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { EXTENSION } from './places.ts'

/** Draws `media/icon.png` from `media/icon.svg`. Run by hand after the drawing has changed. */
const SIZE_PIXELS = 256

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
const page = await browser.newPage({ viewport: { width: SIZE_PIXELS, height: SIZE_PIXELS } })
const svg = await readFile(`${EXTENSION}/media/icon.svg`, 'utf8')
await page.setContent(`<body style="margin:0">${svg}</body>`)
await writeFile(`${EXTENSION}/media/icon.png`, await page.screenshot({ omitBackground: true }))
await browser.close()
