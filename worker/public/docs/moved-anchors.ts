import { decoded } from '../common/decoded.ts'
import { readEntries } from './search/entries.ts'

/** Leads from `/docs#phone-number`, where everything once was on one page, to where it is now. */
export async function followMovedAnchors(): Promise<void> {
  const anchor = decoded(location.hash.slice(1))
  if (location.pathname !== '/docs' || anchor === undefined || anchor === '' || document.getElementById(anchor)) return
  const entries = await readEntries()
  const found = entries.find(({ url }) => url === `/docs/rules/${anchor}` || url.endsWith(`#${anchor}`))
  if (found) location.replace(found.url)
}
