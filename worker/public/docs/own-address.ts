/** Where the samples of the documentation send as it is written. */
const WRITTEN = 'http://127.0.0.1:8787'

/** Puts the address of this very service into all code. */
export function putOwnAddress(): void {
  if (location.origin === WRITTEN) return
  for (const code of document.querySelectorAll('main code')) {
    const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.nodeValue?.includes(WRITTEN)) node.nodeValue = node.nodeValue.replaceAll(WRITTEN, location.origin)
  }
}
