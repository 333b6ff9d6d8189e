import { describe, expect, it } from 'vitest'
import { countsMessages, type Fences, fencesOf, limitOf } from '../../../worker/domain/fences.ts'

const ALL: Fences = { perMinute: 60, perDay: 1_000, perRecipient: { messages: 3, seconds: 600 }, smsCountries: ['47'] }

describe('the fences of an organisation', () => {
  const settings = { all: ALL, byOrganization: new Map<string, Fences>([['ttd', { perMinute: 5, perDay: undefined }]]) }

  it('are the default’s where it has no entry', () => {
    expect(fencesOf(settings, 'digdir')).toEqual(ALL)
  })

  it('are those of its entry where that names them, and the default’s otherwise', () => {
    expect(fencesOf(settings, 'ttd')).toEqual({ ...ALL, perMinute: 5, perDay: undefined })
  })
})

describe('a fence’s limit', () => {
  it('is so many messages in its window', () => {
    expect(limitOf(ALL, 'perMinute')).toEqual({ messages: 60, seconds: 60 })
    expect(limitOf(ALL, 'perDay')).toEqual({ messages: 1_000, seconds: 86_400 })
    expect(limitOf(ALL, 'perRecipient')).toEqual({ messages: 3, seconds: 600 })
  })

  it.each(['perMinute', 'perDay', 'perRecipient'] as const)('is none where %s is not set', (fence) => {
    expect(limitOf({ ...ALL, [fence]: undefined }, fence)).toBeUndefined()
  })

  it('of no message is a limit', () => {
    expect(limitOf({ perDay: 0 }, 'perDay')).toEqual({ messages: 0, seconds: 86_400 })
  })
})

describe('messages', () => {
  it.each([{ perMinute: 1 }, { perDay: 1 }, { perRecipient: { messages: 1, seconds: 1 } }])(
    'are counted where there is a limit of them: %j',
    (fences) => expect(countsMessages(fences)).toBe(true),
  )

  it('are not counted where only countries are limited', () => {
    expect(countsMessages({ smsCountries: ['47'] })).toBe(false)
  })
})
