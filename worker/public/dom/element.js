/** @typedef {string | number | boolean | undefined | ((event: Event) => void)} Attribute */

/**
 * Makes an element. An attribute that is `false` or `undefined` is left out, `true` is an empty one, and a function
 * under `on…` listens to that event. Children that are text stay text, whatever they contain.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Readonly<Record<string, Attribute>>} [attributes]
 * @param {(Node | string | undefined)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value)
    else setAttribute(made, name, value)
  }
  made.append(...children.filter((child) => child !== undefined))
  return made
}

/**
 * Sets an attribute as `element` would, or takes it away.
 *
 * @param {Element} target
 * @param {string} name
 * @param {string | number | boolean | undefined} value
 */
export function setAttribute(target, name, value) {
  if (value === undefined || value === false) target.removeAttribute(name)
  else if (target.getAttribute(name) !== String(value)) target.setAttribute(name, value === true ? '' : String(value))
}
