type Attribute = string | number | boolean | undefined | ((event: Event) => void)

/**
 * Makes an element. An attribute that is `false` or `undefined` is left out, `true` is an empty one, and a function
 * under `on…` listens to that event. Children that are text stay text, whatever they contain.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: (Node | string | undefined)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value)
    else setAttribute(made, name, value)
  }
  made.append(...children.filter((child) => child !== undefined))
  return made
}

/** Sets an attribute as `element` would, or takes it away. */
export function setAttribute(target: Element, name: string, value: string | number | boolean | undefined) {
  if (value === undefined || value === false) target.removeAttribute(name)
  else if (target.getAttribute(name) !== String(value)) target.setAttribute(name, value === true ? '' : String(value))
}
