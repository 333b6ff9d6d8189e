import { memberOf, stringBody, stringOf, treeOfFile } from './json-string-body.ts'
import type { Cut } from './piece.ts'

/** Cuts the bodies that were sent out of a recording of a browser's traffic (HAR), not those that came back. */
export function cutHar(text: string): Cut {
  const entries = memberOf(memberOf(treeOfFile(text), 'log'), 'entries')?.children ?? []
  const pieces = entries.flatMap((entry) => {
    const request = memberOf(entry, 'request')
    const body = memberOf(memberOf(request, 'postData'), 'text')
    return stringBody(text, body, stringOf(memberOf(request, 'url'))) ?? []
  })
  return { pieces, syntaxErrors: [], isEmbedded: true }
}
