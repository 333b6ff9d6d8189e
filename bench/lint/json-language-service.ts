import { getLanguageService } from 'vscode-json-languageservice'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { jsonSchema } from '../../extension/scripts/schema.ts'
import type { Linter } from './linter.ts'

const NAME = 'file:///orders.notification.json'

const service = getLanguageService({})
const schema = { ...jsonSchema(), items: { $ref: '#/definitions/order' } }
service.configure({ validate: true, schemas: [{ uri: 'straks://schema', fileMatch: ['*'], schema }] })

async function validate(document: TextDocument): Promise<number> {
  return (await service.doValidation(document, service.parseJSONDocument(document))).length
}

/** What VS Code itself validates JSON with, given the schema that is generated from ours. */
export const jsonLanguageService: Linter = {
  full: (text) => validate(TextDocument.create(NAME, 'json', 1, text)),
  worst: (text) => validate(TextDocument.create(NAME, 'json', 1, text)),
  async open(text) {
    const document = TextDocument.create(NAME, 'json', 1, text)
    await validate(document)
    return (line, character, digit) => {
      const at = { line, character }
      TextDocument.update(document, [{ range: { start: at, end: at }, text: digit }], document.version + 1)
      return validate(document)
    }
  },
}
