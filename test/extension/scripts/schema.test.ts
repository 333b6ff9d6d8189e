import { documentKinds } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import { getLanguageService, TextDocument } from 'vscode-json-languageservice'
import { noteOf } from '../../../extension/lint/schema-members.ts'
import { jsonSchema } from '../../../extension/scripts/schema.ts'

const SCHEMA_URI = 'vscode-extension://straks/straks.schema.json'
const service = getLanguageService({})

/** What VS Code's own JSON support says of a text that is written against a schema. */
async function problems(text: string, url: string): Promise<readonly string[]> {
  service.configure({
    schemas: [
      { uri: SCHEMA_URI, schema: jsonSchema() },
      { uri: 'file:///used.json', schema: { $ref: url }, fileMatch: ['*.notification.json'] },
    ],
  })
  const document = TextDocument.create('file:///a.notification.json', 'json', 1, text)
  const found = await service.doValidation(document, service.parseJSONDocument(document))
  return found.map(({ message }) => (typeof message === 'string' ? message : message.value))
}

describe('the schema that VS Code is given', () => {
  it.each(documentKinds.map((kind) => [kind.name, kind] as const))('resolves for %s', async (name, { schema }) => {
    const text = JSON.stringify(noteOf(schema).example ?? {})
    expect(await problems(text, SCHEMA_URI)).toEqual([])
    const ofKind = await problems(text, `${SCHEMA_URI}#/definitions/${name}`)
    expect(ofKind.filter((message) => message.includes('$ref'))).toEqual([])
  })

  it('says what is wrong where a file names a kind', async () => {
    expect(await problems('{"recipientSms": 7}', `${SCHEMA_URI}#/definitions/instant-sms`)).not.toEqual([])
  })
})
