/**
 * Fills a folded part of the page when it is first opened, and remembers in `opened` whether it is.
 *
 * @param key what it is remembered by, so that it stays open when it is made anew
 */
export function unfolding(
  details: HTMLDetailsElement,
  opened: Set<string>,
  key: string,
  make: () => HTMLElement,
): HTMLDetailsElement {
  const fill = (): void => {
    if (details.childElementCount === 1) details.append(make())
  }
  if (opened.has(key)) {
    details.open = true
    fill()
  }
  details.addEventListener('toggle', () => {
    if (details.open) {
      opened.add(key)
      fill()
    } else opened.delete(key)
  })
  return details
}
