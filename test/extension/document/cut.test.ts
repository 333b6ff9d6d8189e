import { describe, expect, it } from 'vitest'
import { cut } from '../../../extension/document/cut.ts'
import { type FileForm, fileForm } from '../../../extension/document/file-form.ts'

function formOf(name: string): FileForm {
  const form = fileForm(name)
  if (!form) throw new Error(`no form for ${name}`)
  return form
}

describe('a name', () => {
  it.each([
    ['a.notification.json', { layout: 'json', comments: false, promised: true }],
    ['a.varsling.jsonc', { layout: 'json', comments: true, promised: true }],
    ['B.CORRESPONDENCE.JSONL', { layout: 'lines', comments: false, promised: true, kindName: 'correspondence' }],
    ['tsconfig.json', { layout: 'json', comments: false, promised: false }],
    ['calls.http', { layout: 'http', comments: false, promised: false }],
  ])('%s tells how to read it', (name, form) => {
    expect(fileForm(name)).toEqual(form)
  })

  it('of another kind tells that it is not to be read', () => {
    expect([fileForm('a.py'), fileForm('json'), fileForm('a.notification')]).toEqual([undefined, undefined, undefined])
  })
})

describe('a list', () => {
  it('is cut between its elements, wherever brackets and commas stand in texts', () => {
    const text = '[ { "a": "], {" }, [1, [2]], "x\\"," ]'
    expect(
      cut(text, formOf('a.notification.json')).pieces.map((piece) => [piece.text, piece.start, piece.prefix]),
    ).toEqual([
      ['{ "a": "], {" }', 2, [0]],
      ['[1, [2]]', 19, [1]],
      ['"x\\","', 29, [2]],
    ])
  })

  it.each([
    ['[1,]', 'trailing-comma', 2],
    ['[1', 'close-bracket', 0],
    ['[,1]', 'value', 1],
    ['[1] 2', 'after-end', 4],
    ['[/* no */ 1]', 'comment', 1],
  ])('%s is a syntax error', (text, reason, start) => {
    expect(cut(text, formOf('a.notification.json')).syntaxErrors).toMatchObject([{ reason, start }])
  })
})

describe('JSON Lines', () => {
  it('are cut at line ends, blank lines left out', () => {
    const { pieces } = cut('{"a":1}\r\n\r\n  {"b":2}\n', formOf('a.notification.jsonl'))
    expect(pieces.map(({ text, start }) => [text, start])).toEqual([
      ['{"a":1}', 0],
      ['{"b":2}', 13],
    ])
  })
})

describe('an .http file', () => {
  const TEXT = `# Send a code
@host = http://127.0.0.1:8787
POST {{host}}/notifications/api/v1/future/orders/instant/sms
Content-Type: application/json

{ "idempotencyId": {{$guid}}, "to": "{{to}}" }

### Another
GET {{host}}/health

###
POST /x

< ./body.json
`

  it('is cut to the bodies that are JSON, with the kind that the address promises', () => {
    const [piece, ...others] = cut(TEXT, formOf('a.http')).pieces
    expect(others).toEqual([])
    expect(piece).toMatchObject({ kindName: 'instant-sms', start: TEXT.indexOf('{ "idem') })
    expect(piece?.holes?.map(({ start, end }) => piece.text.slice(start, end))).toEqual(['"{$guid}"', '{{to}}'])
    expect(JSON.parse(piece?.text ?? '')).toEqual({ idempotencyId: '{$guid}', to: '{{to}}' })
  })
})
