import { addCopyButtons } from './copy.ts'
import { followMovedAnchors } from './moved-anchors.ts'
import { putOwnAddress } from './own-address.ts'
import { createSearch } from './search/search-box.ts'
import { joinTabs } from './tabs.ts'
import { offerTrying } from './try/try-it.ts'

// Beside the text there is room for the list of pages. On a phone it stays closed, so that nothing moves while a page loads.
const WIDE = matchMedia('(min-width: 60rem)')
const pages = document.querySelector('nav .all')
if (pages instanceof HTMLDetailsElement && WIDE.matches) pages.open = true

putOwnAddress()
joinTabs()
addCopyButtons()
createSearch()
void followMovedAnchors()
if ('canTry' in document.documentElement.dataset) offerTrying()
document.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest' })
