import { documentKinds, LANGUAGES, lint } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import { EXAMPLES_CONTEXT } from '../../../shared/rules/examples.ts'

const messagesOf = (kind: (typeof documentKinds)[number], document: unknown, language: (typeof LANGUAGES)[number]) =>
  lint(kind, document, language, EXAMPLES_CONTEXT)
    .filter(({ code }) => code === 'schema')
    .map(({ message }) => message)

describe('what the schema refuses', () => {
  const order = documentKinds.filter(({ name }) => name === 'order')
  const messages = documentKinds.filter(({ name }) => name === 'correspondence')

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

  it('is told with the limit of a number, and as a UUID where it must be one', () => {
    const days = { reminders: [{ delayDays: 36_501 }, { delayDays: -1 }] }
    const told = order.flatMap((kind) => LANGUAGES.flatMap((language) => messagesOf(kind, days, language)))
    expect(told).toContain('`reminders[0].delayDays` must be at most 36500.')
    expect(told).toContain('`reminders[0].delayDays` må være høyst 36500.')
    expect(told).toContain('`reminders[0].delayDays` må vere høgst 36500.')
    const message = { existingAttachments: ['a'] }
    const wrong = messages.flatMap((kind) => LANGUAGES.flatMap((language) => messagesOf(kind, message, language)))
    expect(wrong).toContain('`existingAttachments[0]` must be a UUID.')
    expect(wrong).toContain('`existingAttachments[0]` må være en UUID.')
    expect(wrong).toContain('`existingAttachments[0]` må vere ein UUID.')
  })

  it('is a value in the record where its name is the sender’s own, which an answer does not repeat', () => {
    const document = { correspondence: { propertyList: { mine: 5 } } }
    const [kind = order[0]] = messages
    const told = kind ? lint(kind, document, 'en', EXAMPLES_CONTEXT) : []
    const [found] = told.filter(({ path }) => path.at(-1) === 'mine')
    expect(found?.message).toBe('`correspondence.propertyList.mine` is a number; it must be text.')
    expect(found?.unquoted).toBe('A value in `correspondence.propertyList` is a number; it must be text.')
  })
})
