import { documentKinds } from '@straks/shared'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { noteOf, schemaMembersOf } from '../../../extension/lint/schema-members.ts'
import { describeSchema } from '../../../extension/server/member-words/describe-member.ts'

/** Every member of every kind of request that says what it is for. */
function described(): readonly z.ZodType[] {
  const found = new Map<string, z.ZodType>()
  const visit = (schema: unknown): void => {
    if (schema instanceof z.ZodArray) visit(schema.element)
    if (!(schema instanceof z.ZodType)) return
    for (const member of schemaMembersOf(schema)) {
      const { description } = noteOf(member.schema)
      if (description !== '') found.set(description, member.schema)
      visit(member.schema)
    }
  }
  for (const { schema } of documentKinds) visit(schema)
  return [...found.values()]
}

it('a hover tells in each language what a member is for', () => {
  const members = described()
  expect(members.length).toBeGreaterThan(80)
  for (const language of ['nb', 'nn'] as const) {
    const english = members.map((member) => noteOf(member).description)
    const untold = members.filter((member, index) => describeSchema(member, language) === english[index])
    expect(untold.map((member) => noteOf(member).description)).toEqual([])
  }
})
