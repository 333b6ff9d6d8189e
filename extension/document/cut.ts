import { cutHttp } from './cut-http.ts'
import { cutLines } from './cut-lines.ts'
import { cutList } from './cut-list.ts'
import type { FileForm } from './file-form.ts'
import type { Cut } from './piece.ts'
import { isOpenBracket, skipBlank } from './scan.ts'

/** Cuts a file's text into the requests that it may hold. */
export function cut(text: string, form: FileForm): Cut {
  if (form.layout === 'lines') return cutLines(text)
  if (form.layout === 'http') return cutHttp(text)
  const first = skipBlank(text, 0)
  if (first === text.length) return { pieces: [], complaints: [] }
  if (isOpenBracket(text, first)) return cutList(text, first, form.comments)
  return { pieces: [{ start: 0, text, prefix: [] }], complaints: [] }
}
