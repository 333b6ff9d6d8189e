import { element } from './element.ts'

/** Sentences that stay: what was heard is of no use twice. */
const ANNOUNCED_MAX = 5

/**
 * Tells those who listen to the page rather than look at it. Politely: when they have heard out the last sentence.
 */
export function announce(sentence: string): void {
  const region = document.getElementById('announcements')
  if (!region) return
  // Sentences stand below each other: of two arrivals in one moment, both are heard.
  region.append(element('span', {}, `${sentence} `))
  while (region.childElementCount > ANNOUNCED_MAX) region.firstElementChild?.remove()
}
