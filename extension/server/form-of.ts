import { type FileForm, fileForm } from '../document/file-form.ts'

const BY_LANGUAGE: Readonly<Record<string, FileForm>> = {
  json: { layout: 'json', comments: false, promised: false },
  jsonc: { layout: 'json', comments: true, promised: false },
  jsonl: { layout: 'lines', comments: false, promised: false },
  http: { layout: 'http', comments: false, promised: false },
  rest: { layout: 'http', comments: false, promised: false },
}

/** How a document holds its requests: by its name, or by its language where it has no name yet. */
export const formOf = (uri: string, languageId = ''): FileForm | undefined =>
  fileForm(uri.replace(/[?#].*$/, '')) ?? BY_LANGUAGE[languageId]
