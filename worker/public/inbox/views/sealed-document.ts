/**
 * What could reach out before a policy is read, or beside it: address look-ups, redirects, another base. Chromium
 * connects to the server of an inner frame before it finds that the frame is forbidden.
 */
const REACHING_OUT = 'script, link, meta, base, iframe, frame, object, embed'

/** What leads elsewhere. */
const LINKS = 'a, area'

/**
 * Stands before everything else in the mail. The sandbox forbids scripts, forms and new windows; the policy forbids
 * every load; links aim at a new window, which the sandbox forbids. Addresses are not even looked up beforehand.
 */
const SEAL = `<!doctype html>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta http-equiv="x-dns-prefetch-control" content="off">
<meta name="referrer" content="no-referrer">
<base target="_blank">
<style>
  :root { color-scheme: light; background: #fff; color: #16211f; font: 16px/1.5 system-ui, sans-serif }
  body { margin: 20px; overflow-wrap: anywhere }
  body:focus-visible { outline: 2px solid #0b5f54; outline-offset: 8px }
  a { cursor: not-allowed }
</style>`

/**
 * The document for a mail's sandboxed frame (`sandbox=""`): it looks as it was written, and loads, runs, submits and
 * opens nothing. Where a link would have led is shown when it is pointed at.
 */
export function sealedDocument(html: string): string {
  const mail = new DOMParser().parseFromString(html, 'text/html')
  for (const node of mail.querySelectorAll(REACHING_OUT)) node.remove()
  for (const link of mail.querySelectorAll(LINKS)) cutLink(link)
  // A document without links is no stop of the Tab key, and could not be scrolled without a mouse.
  mail.body.tabIndex = 0
  return SEAL + mail.documentElement.outerHTML
}

/**
 * A browser may connect to the server of a link as soon as it is pointed at, so its address cannot stay where it is.
 */
function cutLink(link: Element) {
  const address = link.getAttribute('href') ?? link.getAttribute('xlink:href') ?? ''
  for (const name of ['href', 'xlink:href', 'target', 'ping']) link.removeAttribute(name)
  if (link instanceof SVGElement) return
  link.setAttribute('href', '#')
  link.setAttribute('title', address)
}
