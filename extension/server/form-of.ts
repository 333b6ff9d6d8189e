import { table } from '@straks/shared'
import { type FileForm, fileForm } from '../document/file-form.ts'

const BY_LANGUAGE = table<FileForm>({
  json: { layout: 'json', comments: false, promised: false },
  jsonc: { layout: 'json', comments: true, promised: false },
  jsonl: { layout: 'lines', comments: false, promised: false },
  http: { layout: 'http', comments: false, promised: false },
  rest: { layout: 'http', comments: false, promised: false },
  bruno: { layout: 'bru', comments: false, promised: false },
  markdown: { layout: 'markdown', comments: false, promised: false },
  javascript: { layout: 'script', comments: false, promised: false },
  javascriptreact: { layout: 'script', comments: false, promised: false },
  typescript: { layout: 'script', comments: false, promised: false },
  typescriptreact: { layout: 'script', comments: false, promised: false },
  vue: { layout: 'component', comments: false, promised: false },
  svelte: { layout: 'component', comments: false, promised: false },
  astro: { layout: 'component', comments: false, promised: false },
  shellscript: { layout: 'shell', comments: false, promised: false },
  powershell: { layout: 'powershell', comments: false, promised: false },
  yaml: { layout: 'insomnia', comments: false, promised: false },
  csharp: { layout: 'csharp', comments: false, promised: false },
  java: { layout: 'java', comments: false, promised: false },
  kotlin: { layout: 'kotlin', comments: false, promised: false },
})

/** How a document holds its requests: by its name, or by its language where it has no name yet. */
export const formOf = (uri: string, languageId = ''): FileForm | undefined =>
  fileForm(uri.replace(/[?#].*$/, '')) ?? BY_LANGUAGE.get(languageId)
