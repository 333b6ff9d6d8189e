import { documentKinds } from '@straks/shared'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { send } from '#client'
import { REQUEST_PATHS } from '../support/api/request-paths.ts'
import { API, SCOPE, tokenFor } from './support.ts'

/** What every object of JavaScript has without having been given it. */
const INHERITED = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'isPrototypeOf']

const CORRESPONDENCE = '/correspondence/api/v1/correspondence'

let token: string
beforeAll(async () => {
  token = await tokenFor({ scope: `${SCOPE} altinn:correspondence.write altinn:correspondence.read` })
})

const asked = async (path: string, init: RequestInit = {}): Promise<number> => {
  const response = await send(path, {
    ...init,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...init.headers },
  })
  await response.text()
  return response.status
}

type Path = readonly string[]

/** The members of a schema's documents; a list's first element stands for all. */
function* membersOf(schema: unknown, path: Path = []): Generator<Path> {
  if (schema instanceof z.ZodOptional) yield* membersOf(schema.unwrap(), path)
  else if (schema instanceof z.ZodArray) yield* membersOf(schema.element, [...path, '0'])
  else if (schema instanceof z.ZodObject)
    for (const [name, member] of Object.entries(schema.shape)) yield* membersOf(member, [...path, name])
  else yield path
}

/** JSON text of a document with a member at a path: `__proto__` is a name like any other there. */
function jsonWith(document: unknown, path: Path, value: string): string {
  const [step, ...rest] = path
  if (step === undefined) return value
  const members = new Map<string, string>()
  if (typeof document === 'object' && document !== null)
    for (const [name, member] of Object.entries(document)) members.set(name, JSON.stringify(member))
  members.set(step, jsonWith(new Map(Object.entries(Object(document))).get(step), rest, value))
  if (step === '0') return `[${members.get(step)}]`
  return `{${[...members].map(([name, member]) => `${JSON.stringify(name)}:${member}`).join()}}`
}

describe.each([...REQUEST_PATHS])('a %s', (name, path) => {
  const kind = documentKinds.find((known) => known.name === name)
  if (!kind) throw new Error(`There is no kind ${name}`)
  const example = z.toJSONSchema(kind.schema, { io: 'input' }).examples?.[0]

  it('is judged like any other where a value or a name is one that every object has', async () => {
    for (const word of INHERITED)
      for (const member of membersOf(kind.schema))
        for (const body of [
          jsonWith(example, member, JSON.stringify(word)),
          jsonWith(example, [...member.slice(0, -1), word], '{"constructor":{"prototype":1}}'),
        ])
          expect([member, word, await asked(path, { method: 'POST', body })]).toEqual([
            member,
            word,
            expect.toSatisfy((status: number) => status < 500),
          ])
  }, 60_000)
})

describe.each(INHERITED)('the name %s', (word) => {
  it.each([
    [400, 'a channel', `${API}/orders`, ['recipient', 'recipientOrganization', 'channelSchema']],
    [400, 'a policy', `${API}/orders`, ['recipient', 'recipientOrganization', 'smsSettings', 'sendingTimePolicy']],
    [400, 'a resource', `${API}/orders`, ['recipient', 'recipientOrganization', 'resourceId']],
    [400, 'a template', CORRESPONDENCE, ['correspondence', 'notification', 'notificationTemplate']],
    [400, 'a language', CORRESPONDENCE, ['correspondence', 'content', 'language']],
    [400, 'a recipient', CORRESPONDENCE, ['recipients', '0']],
  ] as const)('gets %i as %s', async (status, _what, path, member) => {
    const kind = documentKinds.find((known) => REQUEST_PATHS.get(known.name) === path)
    const example = kind && z.toJSONSchema(kind.schema, { io: 'input' }).examples?.[0]
    expect(await asked(path, { method: 'POST', body: jsonWith(example, member, JSON.stringify(word)) })).toBe(status)
  })

  it('is no language, header, parameter, segment or form key that anything is found under', async () => {
    const languages = { 'accept-language': `${word}, ${word}-NO;q=0.9` }
    expect(await asked(`${API}/orders`, { method: 'POST', body: '{}', headers: languages })).toBe(400)
    expect(await asked(`${API}/shipment/feed?${word}=1&seq=0`)).toBe(200)
    expect(await asked(`${API}/shipment/feed?orderBy=${word}`)).toBe(400)
    expect(await asked(`${API}/shipment/feed?seq=${word}`)).toBe(400)
    expect(await asked(`${CORRESPONDENCE}/${word}`)).toBe(400)
    for (const path of [`${API}/shipment/${word}`, `/${word}`, `/dev/${word}`])
      expect([path, await asked(path)]).toEqual([path, 404])
    expect(await asked(`${API}/orders`, { method: 'POST', body: '{}', headers: { 'content-type': word } })).toBe(415)
    const form = new FormData()
    for (const key of [word, `correspondence.${word}`, `${word}[0].${word}`, `recipients[${word}]`])
      form.append(key, word)
    form.append('sendReminder', word)
    const response = await send(`${CORRESPONDENCE}/upload`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${token}` },
    })
    expect(response.status).toBe(400)
  })
})
