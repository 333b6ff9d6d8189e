import hljs from 'highlight.js/lib/core'
import bash from 'highlight.js/lib/languages/bash'
import csharp from 'highlight.js/lib/languages/csharp'
import http from 'highlight.js/lib/languages/http'
import java from 'highlight.js/lib/languages/java'
import jsonLanguage from 'highlight.js/lib/languages/json'
import powershell from 'highlight.js/lib/languages/powershell'
import typescript from 'highlight.js/lib/languages/typescript'
import { table } from '../../../shared/table.ts'
import { toHtml } from './html.ts'

for (const [name, language] of Object.entries({
  sh: bash,
  csharp,
  http,
  java,
  json: jsonLanguage,
  jsonc: jsonLanguage,
  powershell,
  ts: typescript,
}))
  hljs.registerLanguage(name, language)

/** What the tabs of a sample are called. */
export const SAMPLE_LANGUAGES = table<string>({
  sh: 'curl',
  csharp: 'C#',
  ts: 'TypeScript',
  java: 'Java',
  powershell: 'PowerShell',
})

/** Code as HTML with its words marked; plain where its language is not known. */
export const highlight = (code: string, language: string): string =>
  hljs.getLanguage(language) ? hljs.highlight(code, { language }).value : toHtml(code)
