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

/** How much wider than its window a page is, in pixels. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))

/** The widths that pages are looked at in: a small phone, a phone, a tablet, a laptop, a large screen. */
export const WIDTHS = [320, 390, 768, 1280, 1920] as const
