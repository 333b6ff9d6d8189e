import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe found, each with the places it found it at. */
export type Complaint = { readonly rule: string; readonly places: readonly string[] }

/** Rules that are left out, and why. */
const LEFT_OUT = {
  // A sealed mail is its sender's: its contents are shown as they came.
  'frame-tested': { enabled: false },
}

/**
 * Every rule of axe that a page breaks, and every contrast that axe cannot decide. The script is evaluated rather than
 * added: the pages' own policy loads nothing that is not theirs.
 */
export async function complaintsOf(page: Page, within = 'html'): Promise<readonly Complaint[]> {
  await page.evaluate(axe.source)
  return page.evaluate(
    async ({ rules, within }) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') }
      const { violations, incomplete } = await axe.run(within, { rules, iframes: false })
      const undecided = incomplete.filter(({ id }) => id === 'color-contrast')
      return [...violations, ...undecided].map(({ id, nodes }) => ({
        rule: id,
        places: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`).slice(0, 5),
      }))
    },
    { rules: LEFT_OUT, within },
  )
}

/**
 * How many pixels a page can be scrolled without showing more: to the side, or below all that is on it. One pixel is
 * enough for a scroll bar.
 */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
    const filled = Math.ceil(document.body.getBoundingClientRect().bottom + scrollY)
    return Math.max(0, scrollWidth - clientWidth, scrollHeight - Math.max(clientHeight, filled))
  })

/** The widths that pages are looked at in: a small phone, a phone, a tablet, a laptop, a large screen. */
export const WIDTHS = [320, 390, 768, 1280, 1920] as const
