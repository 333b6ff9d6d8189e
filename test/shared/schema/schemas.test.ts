import { documentKinds, isJsonObject, lint } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'

/** Every schema of a JSON Schema that describes a member, with its place. */
function* members(schema: unknown, place = ''): Generator<[string, Readonly<Record<string, unknown>>]> {
  if (!isJsonObject(schema)) return
  if (isJsonObject(schema.properties))
    for (const [name, member] of Object.entries(schema.properties)) {
      if (isJsonObject(member)) yield [`${place}/${name}`, member]
      yield* members(member, `${place}/${name}`)
    }
  yield* members(schema.items, `${place}[]`)
}

describe.each(documentKinds.map((kind) => [kind.name, kind] as const))('%s', (_name, kind) => {
  const schema = z.toJSONSchema(kind.schema, { io: 'input', reused: 'inline' })

  it('describes each of its members', () => {
    for (const [place, { description, $ref }] of members(schema)) {
      if ($ref === undefined) expect([place, description]).toEqual([place, expect.stringMatching(/\S/)])
    }
  })

  it('has examples that nothing is wrong with', () => {
    for (const example of Array.isArray(schema.examples) ? schema.examples : []) {
      expect(kind.schema.safeParse(example).success).toBe(true)
      expect(lint(kind, example, 'en').filter(({ severity }) => severity === 'error')).toEqual([])
    }
  })

  it('refuses no member that it does not know, and warns of it', () => {
    const findings = lint(kind, { unknownMember: 1, $schema: 'x' }, 'en')
    const strange = findings.filter(({ path }) => path[0] === 'unknownMember' || path[0] === '$schema')
    expect(strange).toMatchObject([{ code: 'unknown-member', severity: 'warning', path: ['unknownMember'] }])
  })
})
