import { setAttribute } from '../common/element.ts'
import { roveFocus } from '../common/roving-focus.ts'

const REMEMBERED = 'straks.sample-language'

function remembered(): string | null {
  try {
    return localStorage.getItem(REMEMBERED)
  } catch {
    return null
  }
}

function remember(language: string): void {
  try {
    localStorage.setItem(REMEMBERED, language)
  } catch {
    // A browser that keeps nothing: the choice lasts as long as the page.
  }
}

/** Shows one language in every sample of the page that has it. */
function show(language: string): void {
  for (const group of document.querySelectorAll('.tabs')) {
    const tabs = [...group.querySelectorAll<HTMLElement>('[role=tab]')]
    if (!tabs.some((tab) => tab.dataset.language === language)) continue
    for (const tab of tabs) {
      const isShown = tab.dataset.language === language
      setAttribute(tab, 'aria-selected', String(isShown))
      setAttribute(tab, 'tabindex', isShown ? 0 : -1)
      const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '')
      if (panel) panel.hidden = !isShown
    }
  }
}

/** Lets all samples follow one choice of language, also on the next page. */
export function joinTabs(): void {
  for (const list of document.querySelectorAll<HTMLElement>('.tabs [role=tablist]')) {
    roveFocus(list, 'tab')
    list.addEventListener('click', ({ target }) => {
      const language = target instanceof HTMLElement ? target.dataset.language : undefined
      if (language === undefined) return
      const before = list.getBoundingClientRect().top
      show(language)
      remember(language)
      // Samples above this one may have grown or shrunk: what was clicked stays where it was.
      scrollBy(0, list.getBoundingClientRect().top - before)
    })
  }
  const chosen = remembered()
  if (chosen !== null) show(chosen)
}
