import * as vscode from 'vscode'

/** The documents that may hold requests. Which of them do, the server finds out. */
export const SELECTOR = [
  { language: 'json' },
  { language: 'jsonc' },
  { language: 'jsonl' },
  { language: 'http' },
  { language: 'bruno' },
  { language: 'markdown' },
  { language: 'javascript' },
  { language: 'javascriptreact' },
  { language: 'typescript' },
  { language: 'typescriptreact' },
  { language: 'vue' },
  { language: 'svelte' },
  { language: 'astro' },
  { language: 'shellscript' },
  { language: 'powershell' },
  { language: 'yaml' },
  { language: 'csharp' },
  { language: 'java' },
  { language: 'kotlin' },
  { pattern: '**/*.{jsonl,http,rest,bru,vue,svelte,astro,har,java,kt,kts}' },
]

const PROMISED_NAME = /\.(?:notification|varsling|correspondence)\.(?:json|jsonl|jsonc)$/i

/** What no request is without: seen before a server is started for some other JSON. */
const TELLTALE =
  /"(?:recipient(?:sms|email|person|organization|externalIdentity)?|notification(?:template|channel)?|(?:reminder)?(?:sms|email)body|custom(?:notification)?recipients?)\\?"/i

/** The same where names may stand without quotes. */
const TELLTALE_IN_CODE =
  /recipient(?:sms|email|person|organization|externalIdentity)|notification(?:template|channel)|(?:sms|email)body|customrecipients/i

const JSON_LANGUAGE = /^json/

const CONFIG_NAME = /\/straks\.config\.json$/

/** How much of a document is looked at to tell whether it is worth starting a server. */
const LOOKED_AT_UNITS = 65_536

/** Whether a document may hold a request, by its name or at a glance. */
export function mayHoldRequests(document: vscode.TextDocument): boolean {
  if (vscode.languages.match(SELECTOR, document) === 0) return false
  if (PROMISED_NAME.test(document.uri.path) || CONFIG_NAME.test(document.uri.path)) return true
  const glance = new vscode.Range(document.positionAt(0), document.positionAt(LOOKED_AT_UNITS))
  const telltale = JSON_LANGUAGE.test(document.languageId) ? TELLTALE : TELLTALE_IN_CODE
  return telltale.test(document.getText(glance))
}
