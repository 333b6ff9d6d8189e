import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const CHROMIUM = '/usr/bin/chromium'

/** Debian's build of the same browser that knows no windows: the tests take half the processor time. */
const WITHOUT_WINDOWS = '/usr/bin/chromium-headless-shell'

const EXECUTABLE = process.env.CHROMIUM ?? (existsSync(WITHOUT_WINDOWS) ? WITHOUT_WINDOWS : CHROMIUM)

/** Whether this machine has a browser to test with. */
export const HAS_CHROMIUM = existsSync(EXECUTABLE)

/** What a suite's title says where it cannot run. */
export const WITHOUT_CHROMIUM = HAS_CHROMIUM ? '' : ` (skipped: no Chromium at ${EXECUTABLE}; name one in CHROMIUM)`

/** Starts Chromium without a window, and without anything that calls home. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
