import { table } from '@straks/shared'

/** Where each key leads from place `index` among `count`. */
const MOVES = table<(index: number, count: number) => number>({
  ArrowDown: (index, count) => Math.min(index + 1, count - 1),
  ArrowRight: (index, count) => Math.min(index + 1, count - 1),
  ArrowUp: (index) => Math.max(index - 1, 0),
  ArrowLeft: (index) => Math.max(index - 1, 0),
  Home: () => 0,
  End: (_index, count) => count - 1,
})

/**
 * Makes a list one stop of the Tab key, walked with the arrow keys, Home and End. What gets the focus is chosen by
 * its own click, so the keyboard does what the mouse does.
 *
 * @param list whose items carry `role` and exactly one of them `tabindex="0"`
 */
export function roveFocus(list: HTMLElement, role: 'option' | 'tab') {
  list.addEventListener('keydown', (event) => {
    const move = MOVES.get(event.key)
    if (!move || event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return
    const items = list.querySelectorAll<HTMLElement>(`[role=${role}]`)
    const index = [...items].indexOf(event.target)
    if (index < 0) return
    event.preventDefault()
    const next = items[move(index, items.length)]
    next?.focus()
    next?.click()
  })
}
