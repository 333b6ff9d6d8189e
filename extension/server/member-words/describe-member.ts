import type { Language, Words } from '@straks/shared'
import type * as z from 'zod'
import { noteOf } from '../../lint/schema-members.ts'
import { CORRESPONDENCE_MEMBERS } from './of-correspondences.ts'
import { ORDER_MEMBERS } from './of-orders.ts'

const BY_ENGLISH: ReadonlyMap<string, Words> = new Map(
  [...ORDER_MEMBERS, ...CORRESPONDENCE_MEMBERS].map((words) => [words.en, words]),
)

/** What a member is for, in the language of the messages; what has no translation is told in English. */
export function describeSchema(schema: z.ZodType, language: Language): string {
  const { description } = noteOf(schema)
  return BY_ENGLISH.get(description)?.[language] ?? description
}
