import { documentKinds, LANGUAGES, lint } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import { EXAMPLES_CONTEXT } from '../../../shared/rules/examples.ts'

const messagesOf = (kind: (typeof documentKinds)[number], document: unknown, language: (typeof LANGUAGES)[number]) =>
  lint(kind, document, language, EXAMPLES_CONTEXT)
    .filter(({ code }) => code === 'schema')
    .map(({ message }) => message)

describe('what the schema refuses', () => {
  const order = documentKinds.filter(({ name }) => name === 'order')

  it('is the request where the whole document is of a wrong type, in plain words', () => {
    const told = order.flatMap((kind) => LANGUAGES.flatMap((language) => messagesOf(kind, [], language)))
    expect(told).toEqual([
      'The request is a list; it must be an object.',
      'Forespørselen er en liste, men må være et objekt.',
      'Førespurnaden er ei liste, men må vere eit objekt.',
    ])
  })

  it('is named by its place, with the place in a list in brackets', () => {
    const told = order.flatMap((kind) => messagesOf(kind, { reminders: [{}, 5] }, 'en'))
    expect(told).toContain('`reminders[1]` is a number; it must be an object.')
    expect(told).toContain('`reminders[0].recipient` is missing: an object is required here.')
  })
})
