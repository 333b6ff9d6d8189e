import { describe, expect, it } from 'vitest'
import { organizationsOf } from '../../../worker/public/operator/model/organizations.ts'

const organization = (name: string, changes: object = {}) => ({
  organization: name,
  ...{ counted: true, asked: true, accepted: 0, sent: 0, delivered: 0, failed: 0 },
  ...{ waiting: 0, oldestWaitingSeconds: 0, uncertain: 0, deadLetters: 0 },
  ...changes,
})

const names = (all: readonly { readonly organization: string }[]) => all.map((one) => one.organization)

const shownOf = (organizations: readonly ReturnType<typeof organization>[], name?: string) => {
  const none = { p50: null, p95: null, p99: null }
  const at = '2026-11-26T12:30:45.000Z'
  const overview = {
    ...{ at, minutes: 60, accepted: 0, sent: 0, delivered: 0, failed: 0, deliveredWithin10s: null },
    ...{
      acceptedToProviderMs: none,
      acceptedToDeliveredMs: none,
      waiting: 0,
      oldestWaitingSeconds: 0,
      uncertain: 0,
      deadLetters: 0,
    },
    coverage: { organizations: organizations.length, counted: 0, asked: 0, askedSince: at },
    ...{ providers: [], fences: [], webhooks: [], perMinute: [], organizations: [...organizations] },
  }
  return organizationsOf(overview, { organization: name })
}

describe('the organisations of an overview', () => {
  it('are a screenful, those first that someone should look at', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => organization(`org-${index}`))
    const late = organization('late', { waiting: 1, oldestWaitingSeconds: 300 })
    const dead = organization('dead', { deadLetters: 1 })
    const { first, rest } = shownOf([
      ...many,
      organization('busy', { waiting: 9, oldestWaitingSeconds: 2 }),
      late,
      dead,
    ])
    expect(names(first).slice(0, 3)).toEqual(['late', 'dead', 'org-0'])
    expect([first.length, rest.length]).toEqual([20, 983])
  })

  it('are one where one is chosen', () => {
    const { first, rest } = shownOf([organization('ttd'), organization('digdir')], 'digdir')
    expect([names(first), rest]).toEqual([['digdir'], []])
  })
})
