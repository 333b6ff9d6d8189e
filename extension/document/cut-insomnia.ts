import { memberOf, stringBody, stringOf, treeOfFile } from './json-string-body.ts'
import { INSOMNIA_VARIABLES } from './mask-variables.ts'
import type { Cut } from './piece.ts'

/** UTF-16 units at the start of a file in which an export says what it is. */
const HEAD_UNITS = 4_096

const IS_EXPORT = /"__export_format"\s*:|"_type"\s*:\s*"export"/

/** Whether a text is an export of Insomnia, as JSON. */
export const isInsomnia = (text: string): boolean => IS_EXPORT.test(text.slice(0, HEAD_UNITS))

/** Cuts the bodies out of an export of Insomnia, where each is JSON in a string. */
export function cutInsomnia(text: string): Cut {
  const resources = memberOf(treeOfFile(text), 'resources')?.children ?? []
  const pieces = resources.flatMap((resource) => {
    const isRequest = stringOf(memberOf(resource, '_type')) === 'request'
    const body = isRequest ? memberOf(memberOf(resource, 'body'), 'text') : undefined
    return stringBody(text, body, stringOf(memberOf(resource, 'url')), INSOMNIA_VARIABLES) ?? []
  })
  return { pieces, syntaxErrors: [], isEmbedded: true }
}
