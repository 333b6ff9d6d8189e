import { say, table, type Words } from '@straks/shared'
import type { DocumentLink } from 'vscode-languageserver'
import { kindOfAddress } from '../../document/kind-of-address.ts'
import { type Line, linesOf } from '../../document/lines-of.ts'
import { DOCUMENTATION } from '../../rule-page-address.ts'
import type { LintedDocument } from '../open-document.ts'

/** The page that tells how requests of each kind are made. */
const PAGES = table<string>({
  'instant-sms': 'guides/one-time-codes.md',
  'instant-email': 'guides/one-time-codes.md',
  instant: 'guides/one-time-codes.md',
  order: 'guides/orders-with-reminders.md',
  orders: 'orders.md',
  'orders-email': 'orders.md',
  'orders-sms': 'orders.md',
  correspondence: 'guides/correspondence-notification.md',
})

const FOLLOWING = /\/(?:shipment\/|orders\/[^/?#]+\/status)/

const REQUEST_LINE = /^((?:GET|POST|PUT|PATCH|DELETE|HEAD)\s+)(\S+)/

/** A file that is sent as a body: `< body.json`. */
const BODY_FILE = /^(\s*<@?\s+)([^{\s].*?)\s*$/

/** A file that `curl` sends: `-d @body.json`. `--data-raw` sends the sign itself, and `@-` is no file. */
const CURL_FILE = /(^|\s)(-d|--json|--data(?:-ascii|-binary)?)([ \t]*|=)(["']?)@(?!-)([^\s"'`$@<>|;&(){}]{1,260})/g

/** A longer line than this was not written by hand. */
const COMMAND_MAX_UNITS = 10_000

const GUIDE: Words = { en: 'Open the guide', nb: 'Åpne veiledningen', nn: 'Opne rettleiinga' }

function pageOf(address: string): string | undefined {
  const page = PAGES.get(kindOfAddress(address) ?? '')
  return page ?? (FOLLOWING.test(address) ? 'guides/following-status.md' : undefined)
}

/** The URI of a file that is named beside a document; `undefined` where its name has variables, or the document no place. */
function besideDocument(name: string, uri: string): string | undefined {
  if (name.includes('{{')) return undefined
  const path = encodeURI(name.replaceAll('\\', '/')).replaceAll(/[?#]/g, encodeURIComponent)
  return URL.canParse(path, uri) ? new URL(path, uri).href : undefined
}

type Link = (start: number, length: number, target: string, tooltip?: string) => void

/** From the endpoint on a line to its guide, and to the file that is sent there. */
function linksOfRequest({ start, text }: Line, uri: string, language: keyof Words, link: Link): void {
  const [, method = '', address] = REQUEST_LINE.exec(text) ?? []
  const page = address === undefined ? undefined : pageOf(address)
  if (address !== undefined && page)
    link(start + method.length, address.length, `${DOCUMENTATION}/${page}`, say(GUIDE, language))
  const [, mark = '', name] = BODY_FILE.exec(text) ?? []
  const target = name === undefined ? undefined : besideDocument(name, uri)
  if (name !== undefined && target) link(start + mark.length, name.length, target)
}

/** To the files that the commands on a line send. */
function linksOfCommands({ start, text }: Line, uri: string, link: Link): void {
  if (text.length > COMMAND_MAX_UNITS || /^\s*#/.test(text)) return
  for (const { 0: whole, 5: name = '', index } of text.matchAll(CURL_FILE)) {
    const target = besideDocument(name, uri)
    if (target) link(start + index + whole.length - name.length, name.length, target)
  }
}

/** The links of an `.http` file and of a shell's script: from an endpoint to its guide, and to the files that are sent. */
export function documentLinks({ text, form }: LintedDocument, language: keyof Words): DocumentLink[] {
  if (form.layout !== 'http' && form.layout !== 'shell') return []
  const links: DocumentLink[] = []
  const link: Link = (start, length, target, tooltip) => {
    const range = { start: text.positionAt(start), end: text.positionAt(start + length) }
    links.push({ range, target, ...(tooltip !== undefined && { tooltip }) })
  }
  const whole = text.getText()
  const hasCommands = whole.includes('curl')
  for (const line of linesOf(whole)) {
    if (form.layout === 'http') linksOfRequest(line, text.uri, language, link)
    if (hasCommands) linksOfCommands(line, text.uri, link)
  }
  return links
}
