import { isJsonObject, type JsonValue } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import { fileForm, PLAIN_JSON } from '../../../extension/document/file-form.ts'
import { lintFile } from '../../../extension/lint/lint-file.ts'
import { DEFAULT_LINT_OPTIONS } from '../../../extension/lint/options.ts'
import { rulePages } from '../../../shared/rules/pages.ts'

const form = fileForm('calls.http')
if (!form) throw new Error('no form for .http')

/** Longer texts are prose: `http.test.ts` has what is unknown in them. */
const VALUE_MAX_UNITS = 60

/** A text of a request, and the request with another in its place. */
type Leaf = { readonly text: string; readonly replaced: (other: string) => JsonValue }

/** Every text of a request. */
function leavesOf(value: JsonValue, replaced: (other: JsonValue) => JsonValue = (other) => other): readonly Leaf[] {
  if (typeof value === 'string') return [{ text: value, replaced }]
  if (Array.isArray(value))
    return value.flatMap((item: JsonValue, index) => leavesOf(item, (other) => replaced(value.with(index, other))))
  if (!isJsonObject(value)) return []
  const members = value as Record<string, JsonValue>
  return Object.entries(members).flatMap(([name, member]) =>
    leavesOf(member, (other) => replaced({ ...members, [name]: other })),
  )
}

const errorsIn = (text: string, how = form): readonly string[] =>
  lintFile(text, how, DEFAULT_LINT_OPTIONS).pieces.flatMap(({ findings }) =>
    findings.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code}: ${message}`),
  )

/** A text of which its beginning, its middle or its end is not known. */
const partsOf = (text: string): readonly string[] => {
  const cut = Math.ceil(text.length / 2)
  return [`{{a}}${text.slice(cut)}`, `${text.slice(0, cut)}{{a}}`, `${text.slice(0, 1)}{{a}}${text.slice(-1)}`]
}

const wrong = Object.values(rulePages)
  .flatMap(({ examples }) => examples().good)
  .filter(({ document }) => errorsIn(JSON.stringify(document), PLAIN_JSON).length === 0)
  .flatMap(({ document }) => leavesOf(document))
  .filter(({ text }) => text.length > 1 && text.length <= VALUE_MAX_UNITS && !text.includes('{'))
  .flatMap(({ text, replaced }) => partsOf(text).map((part) => ({ part, request: replaced(part) })))
  .flatMap(({ part, request }) => {
    const [error] = errorsIn(`POST {{host}}/orders\n\n${JSON.stringify(request)}\n`)
    return error === undefined ? [] : [`${part} – ${error}`]
  })

describe('a value of which a part is not known', () => {
  it('is no mistake where the rest of one that is right stands there', () => {
    expect([...new Set(wrong)]).toEqual([])
  })
})
