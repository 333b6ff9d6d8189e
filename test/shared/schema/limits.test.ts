import { documentKinds } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'

type Place = readonly [place: string, schema: z.ZodType]

const ofLength = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodString
    ? schema.maxLength !== null
    : (schema.def.checks ?? []).some(({ _zod }) => _zod.def.check === 'max_length')

/** The schemas in a schema, each with its place. A kind of schema that is new here must be added, so that none is missed. */
function* within(schema: z.ZodType, place: string): Generator<Place> {
  yield [place, schema]
  if (schema instanceof z.ZodObject) {
    for (const [name, member] of Object.entries(schema.shape)) yield* within(member, `${place}.${name}`)
  } else if (schema instanceof z.ZodOptional) yield* within(asSchema(schema.unwrap()), place)
  else if (schema instanceof z.ZodArray) yield* within(asSchema(schema.element), `${place}[]`)
  else if (schema instanceof z.ZodRecord) {
    yield* within(asSchema(schema.keyType), `${place}{name}`)
    yield* within(asSchema(schema.valueType), `${place}{value}`)
  } else if (schema instanceof z.ZodUnion) {
    for (const option of schema.options) yield* within(asSchema(option), place)
  } else if (!BOUNDED.some((bounded) => schema instanceof bounded) && !ofText(schema))
    throw new Error(`${place} is a schema that this test does not know: ${schema.type}`)
}

/** Schemas whose values are bounded by themselves. */
const BOUNDED = [z.ZodBoolean, z.ZodNumber, z.ZodEnum]

const ofText = (schema: z.ZodType): boolean => schema.type === 'string'

function asSchema(schema: unknown): z.ZodType {
  if (!(schema instanceof z.ZodType)) throw new Error('Not a schema')
  return schema
}

const isUnbounded = (schema: z.ZodType): boolean => {
  if (schema instanceof z.ZodRecord) return typeof schema.meta()?.maxProperties !== 'number'
  return (ofText(schema) || schema instanceof z.ZodArray) && !ofLength(schema)
}

describe.each(documentKinds.map((kind) => [kind.name, kind] as const))('%s', (name, { schema }) => {
  it('gives every text, list and record a greatest length', () => {
    const places = [...within(schema, name)]
    expect(places.filter(([, member]) => isUnbounded(member)).map(([place]) => place)).toEqual([])
    expect(places.some(([, member]) => ofText(member))).toBe(true)
  })
})
