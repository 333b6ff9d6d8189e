import { documentKinds } from '@straks/shared'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { send } from '#client'
import { REQUEST_PATHS } from '../support/api/request-paths.ts'
import { SCOPE, tokenFor } from './support.ts'

let token: string
beforeAll(async () => {
  token = await tokenFor({ scope: `${SCOPE} altinn:correspondence.write` })
})

type Path = readonly (string | number)[]

/** Every place of a schema's documents, those in lists once. */
function* placesIn(schema: unknown, path: Path = []): Generator<Path> {
  if (schema instanceof z.ZodOptional) yield* placesIn(schema.unwrap(), path)
  else if (schema instanceof z.ZodUnion) yield* placesIn(schema.options[0], path)
  else if (schema instanceof z.ZodArray) {
    yield path
    yield* placesIn(schema.element, [...path, 0])
  } else if (schema instanceof z.ZodRecord) {
    yield path
    yield [...path, 'mine']
  } else if (schema instanceof z.ZodObject) {
    yield path
    for (const [name, member] of Object.entries(schema.shape)) yield* placesIn(member, [...path, name])
  } else yield path
}

/** A copy of a document with one value put at a place, made where it is missing. */
function withValue(document: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value
  if (typeof step === 'number') return [withValue(Array.isArray(document) ? document[step] : undefined, rest, value)]
  const members = typeof document === 'object' && document !== null && !Array.isArray(document) ? document : {}
  const old = new Map<string, unknown>(Object.entries(members)).get(step)
  return { ...members, [step]: withValue(old, rest, value) }
}

let last = 0
/** A word and a number that stand nowhere else. */
const secret = () => {
  last += 1
  return { word: `hemmelig${String(last).padStart(6, 'q')}x`, number: 9_173_000_000 + last * 7 }
}

/** The ways to hide a secret in a value, each with what must not come back. */
function* hidings(): Generator<readonly [value: unknown, secret: string]> {
  for (const wrap of [
    (word: string) => word,
    (word: string) => `$${word}$ $${word}`,
    (word: string) => `<p on${word.replaceAll(/\d/g, '')}=x>{{${word}}} https://${word}.example.com/${word}`,
    (word: string) => `${word}@${word}.example.com,+47${word}`,
    (word: string) => word.repeat(30_000),
  ]) {
    const { word } = secret()
    yield [wrap(word), word.replaceAll(/\d/g, '')]
  }
  const { number, word } = secret()
  yield [number, String(number)]
  yield [-number, String(number)]
  yield [`+47${number} kode ${number}`, String(number)]
  yield [{ [word]: word }, word]
  yield [[word, { [word]: number }], word]
}

/** Posts a document that must be refused, and gives all that came back but the trace. */
async function refusalOf(path: string, document: unknown): Promise<{ status: number; text: string }> {
  const response = await send(path, {
    method: 'POST',
    body: JSON.stringify(document),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  })
  const body = (await response.text()).replace(/"traceId":"[0-9a-f]+"/, '')
  return {
    status: response.status,
    text: `${body}\n${JSON.stringify([...response.headers].filter(([header]) => header !== 'traceparent'))}`,
  }
}

describe.each([...REQUEST_PATHS])('a refused %s', (name, path) => {
  const kind = documentKinds.find((known) => known.name === name)
  if (!kind) throw new Error(`There is no kind ${name}`)
  const example: unknown = z.toJSONSchema(kind.schema, { io: 'input' }).examples?.[0]
  const places = [...placesIn(kind.schema)]

  it('repeats nothing of any of its members, whatever stands there', async () => {
    expect(places.length).toBeGreaterThan(5)
    for (const place of places)
      for (const [value, unspeakable] of hidings()) {
        // Half a character in a text beside it, so that the request is refused whatever is hidden.
        const document = withValue({ ...Object(example), sendersReference: '\ud83c' }, place, value)
        const { status, text } = await refusalOf(path, name === 'correspondence' ? broken(document) : document)
        if (status < 400) continue
        expect([place, text.toLowerCase()]).toEqual([place, expect.not.stringContaining(unspeakable)])
      }
  }, 120_000)
})

/** A message that is refused for its key, whatever else is wrong with it. */
const broken = (document: unknown): unknown =>
  Array.isArray(document) || typeof document !== 'object' ? document : { idempotentKey: 'none', ...document }
