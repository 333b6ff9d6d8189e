/** What should stand at one place: made anew when its version changes, brought up to date in place otherwise. */
export type Part = {
  readonly key: string
  readonly version?: string
  readonly make: () => HTMLElement
  readonly update?: (node: HTMLElement) => void
}

const identities: WeakMap<Node, { key: string; version: string }> = new WeakMap()

/**
 * Gives an element the children it should have, and touches no others: a frame that is moved loads again, a field
 * that is replaced loses the focus. Focus inside a child that has to be replaced goes to its successor's element of
 * the same `data-focus`.
 */
export function reconcile(parent: HTMLElement, parts: readonly Part[]) {
  const before = new Map([...parent.children].map((node) => [identities.get(node)?.key, node]))
  const focused = parent.contains(document.activeElement) ? document.activeElement : null
  const focus = focused instanceof HTMLElement ? focused.dataset.focus : undefined
  const after = parts.map((part) => keepOrMake(before.get(part.key), part))
  const kept = new Set(after)
  for (const node of [...parent.children]) if (node instanceof HTMLElement && !kept.has(node)) node.remove()
  for (const [index, node] of after.entries())
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null)
  if (focus === undefined || parent.contains(document.activeElement)) return
  const successor = parent.querySelector(`[data-focus="${CSS.escape(focus)}"]`)
  if (successor instanceof HTMLElement) successor.focus()
}

function keepOrMake(present: Element | undefined, { key, version = '', make, update }: Part): HTMLElement {
  const keeps = present instanceof HTMLElement && identities.get(present)?.version === version
  const node = keeps ? present : make()
  identities.set(node, { key, version })
  update?.(node)
  return node
}
