import { beforeAll, describe, expect, it } from 'vitest'
import { send } from '#client'
import { read } from '../../support/api/answer.ts'
import { CORRESPONDENCE, tokens } from './messages.ts'

let token: string
beforeAll(async () => {
  token = (await tokens()).sender
})

const ATTACHMENT = '/correspondence/api/v1/attachment'
const JSON_TYPE = 'application/json'
const FORM_TYPE = 'multipart/form-data; boundary=x'

const ask = async (path: string, type?: string, body?: string) =>
  read(
    await send(path, {
      ...(type === undefined ? {} : { method: 'POST', body: body ?? '' }),
      headers: { authorization: `Bearer ${token}`, ...(type !== undefined && { 'content-type': type }) },
    }),
  )

/** docs/altinn/correspondence.md §1.5: whatever its server cannot read has the same code. */
describe('a request that cannot be read', () => {
  it.each<[string, string, string?, string?]>([
    ['an empty body', CORRESPONDENCE, JSON_TYPE, ''],
    ['a body that is no JSON', CORRESPONDENCE, JSON_TYPE, '{'],
    ['a body that is too deep', CORRESPONDENCE, JSON_TYPE, '['.repeat(100)],
    ['a body that is null', CORRESPONDENCE, JSON_TYPE, 'null'],
    ['a form that is none', `${CORRESPONDENCE}/upload`, FORM_TYPE, 'no form'],
    ['an attachment without a body', ATTACHMENT, JSON_TYPE, ''],
    ['a listing without a resource', `${CORRESPONDENCE}?role=Sender`],
    ['a listing of a role that there is not', `${CORRESPONDENCE}?resourceId=example&role=9`],
  ])('is refused with STD-00000: %s', async (_what, path, type, body) => {
    const { status, json } = await ask(path, type, body)
    expect([status, json.code, json.title]).toEqual([400, 'STD-00000', 'Bad Request'])
    expect(Object.keys(Object(json.errors))).toHaveLength(1)
  })
})
