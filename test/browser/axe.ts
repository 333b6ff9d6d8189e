import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

/** What axe found, each with the places it found it at. */
export type Complaint = { readonly rule: string; readonly places: readonly string[] }

/** Rules that are left out, and why. */
const LEFT_OUT = {
  // A sealed mail is its sender's: its contents are shown as they came.
  'frame-tested': { enabled: false },
}

/** What axe is asked about a page. */
type Question = {
  /** The part of the page, as a selector; left out, all of it. */
  readonly within?: string
  /**
   * `colours` asks only the rules that judge colours: enough for a page whose markup has been asked about in full, and that
   * is shown in other colours. Left out, every rule.
   */
  readonly about?: 'everything' | 'colours'
}

/** The minified script, of which a browser has half as much to read. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Every rule of axe that a page breaks, and every contrast that axe cannot decide. The script is evaluated rather than
 * added: the pages' own policy loads nothing that is not theirs. That takes longer than asking it does, so a document that
 * has the script keeps it.
 */
export async function complaintsOf(page: Page, { within = 'html', about = 'everything' }: Question = {}) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  return page.evaluate(
    async ({ rules, within, about }): Promise<readonly Complaint[]> => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') }
      const { violations, incomplete } = await axe.run(within, {
        rules,
        iframes: false,
        // Of what passes, axe then gathers no details.
        resultTypes: ['violations', 'incomplete'],
        ...(about === 'colours' && { runOnly: ['color-contrast', 'link-in-text-block'] }),
      })
      const undecided = incomplete.filter(({ id }) => id === 'color-contrast')
      return [...violations, ...undecided].map(({ id, nodes }) => ({
        rule: id,
        places: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`).slice(0, 5),
      }))
    },
    { rules: LEFT_OUT, within, about },
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
