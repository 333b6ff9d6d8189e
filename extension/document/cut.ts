import { cutComponent } from './code/cut-component.ts'
import { cutCsharp } from './code/cut-csharp.ts'
import { cutJava, cutKotlin } from './code/cut-jvm.ts'
import { cutPowershell } from './code/cut-powershell.ts'
import { cutScript } from './code/cut-script.ts'
import { cutBru } from './cut-bru.ts'
import { cutHar } from './cut-har.ts'
import { cutHttp } from './cut-http.ts'
import { cutInsomnia, isInsomnia } from './cut-insomnia.ts'
import { cutInsomniaYaml } from './cut-insomnia-yaml.ts'
import { cutLines } from './cut-lines.ts'
import { cutList } from './cut-list.ts'
import { cutMarkdown } from './cut-markdown.ts'
import { cutPostman, isPostman } from './cut-postman.ts'
import { cutShell } from './cut-shell.ts'
import type { FileForm, Layout } from './file-form.ts'
import type { Cut } from './piece.ts'
import { isOpenBracket, skipBlank } from './scan.ts'

/** How files are cut that are not JSON, or hold other things too. */
const CUTTERS: ReadonlyMap<Layout, (text: string) => Cut> = new Map([
  ['lines', cutLines],
  ['http', cutHttp],
  ['bru', cutBru],
  ['postman', cutPostman],
  ['markdown', cutMarkdown],
  ['har', cutHar],
  ['shell', cutShell],
  ['powershell', cutPowershell],
  ['insomnia', cutInsomniaYaml],
  ['script', cutScript],
  ['component', cutComponent],
  ['csharp', cutCsharp],
  ['java', cutJava],
  ['kotlin', cutKotlin],
])

const BYTE_ORDER_MARK = '\ufeff'

/** Cuts a file's text into the requests that it may hold. */
export function cut(text: string, form: FileForm): Cut {
  const cutter = CUTTERS.get(form.layout)
  if (cutter) return cutter(text)
  if (isPostman(text)) return cutPostman(text)
  if (isInsomnia(text)) return cutInsomnia(text)
  const first = skipBlank(text, 0)
  if (first === text.length) return { pieces: [], syntaxErrors: [] }
  if (isOpenBracket(text, first)) return cutList(text, first, form.comments)
  // A byte-order mark is no part of the request.
  const start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0
  return { pieces: [{ start, text: text.slice(start), prefix: [] }], syntaxErrors: [] }
}
