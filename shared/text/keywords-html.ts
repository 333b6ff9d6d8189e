import { escapeHtml } from './html/escape-html.ts'
import { expandKeywords, type KeywordValues } from './keywords.ts'

/**
 * A text of HTML with its keywords replaced, as `expandKeywords` does it. What stands in their place is shown as it is:
 * a company may well be called `Bakst & Bolle <3`, and no name may bring markup of its own. The text itself stays as
 * its sender wrote it.
 */
export const expandKeywordsInHtml = (html: string, values: KeywordValues): string =>
  expandKeywords(
    html,
    Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, escapeHtml(value)]])),
    ),
  )
