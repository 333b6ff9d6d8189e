import { correspondenceRequestSchema } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import { type CorrespondenceLifecycle, purge, read } from '../../../worker/correspondence/lifecycle.ts'
import { newCorrespondence } from '../../../worker/correspondence/new-correspondence.ts'
import { type ReconcileDependencies, reconcile } from '../../../worker/correspondence/reconcile.ts'
import type { StoredCorrespondence } from '../../../worker/correspondence/record.ts'

const NOW_MS = Date.parse('2026-12-01T09:00:00Z')

const REQUEST = correspondenceRequestSchema().parse({
  correspondence: {
    resourceId: 'example',
    sendersReference: 'case-1',
    content: { messageTitle: 'Vedtak', messageBody: 'Her er vedtaket.' },
    notification: {
      notificationTemplate: 'GenericAltinnMessage',
      notificationChannel: 'Email',
      sendReminder: true,
    },
  },
  recipients: ['0192:313756270'],
})

/** A correspondence in memory, and what was done about it. */
function scene(
  changes: (scene: { stored: StoredCorrespondence; nowMs: number }) => Partial<ReconcileDependencies> = () => ({}),
) {
  const done: string[] = []
  const state = {
    stored: newCorrespondence(REQUEST, {
      correspondenceId: 'id',
      organization: 'ttd',
      senderNumber: undefined,
      recipient: { kind: 'organization', number: '313756270' },
      isReserved: false,
      attachments: [],
      nowMs: NOW_MS,
      traceId: 'trace',
    }) as StoredCorrespondence,
    nowMs: NOW_MS,
    done,
  }
  const step = (next: CorrespondenceLifecycle) => {
    state.stored = { ...state.stored, lifecycle: next }
  }
  const dependencies: ReconcileDependencies = {
    load: () => state.stored,
    save: step,
    nowMs: () => state.nowMs,
    isReserved: async () => false,
    findNames: async () => ({}),
    findKnownNames: async () => ({}),
    placeOrders: async () => done.push('placed') > 0,
    withdrawOrders: async (_stored, what) => void done.push(`withdrew ${what}`),
    releaseAttachments: async () => void done.push('released'),
    ...changes(state),
  }
  return { state, dependencies, done }
}

const statusesOf = ({ stored }: { stored: StoredCorrespondence }) =>
  stored.lifecycle.history.map(({ status }) => status)

describe('the tasks of a correspondence', () => {
  it('are done one after the other, until there is none', async () => {
    const { state, dependencies, done } = scene()
    expect(await reconcile(dependencies)).toBe(true)
    expect(statusesOf(state)).toEqual(['Initialized', 'ReadyForPublish', 'Published'])
    expect([done, state.stored.lifecycle.placement]).toEqual([['placed'], 'finished'])
    expect(await reconcile(dependencies)).toBe(true)
    expect(done).toEqual(['placed'])
  })

  it('wait for a register that does not answer, for an hour', async () => {
    const { state, dependencies, done } = scene(() => ({
      findNames: async () => undefined,
    }))
    expect(await reconcile(dependencies)).toBe(false)
    expect(done).toEqual([])
    state.nowMs += 3_600_000
    expect(await reconcile(dependencies)).toBe(true)
    expect(done).toEqual(['placed'])
  })

  it('end where the message is purged while a name is looked up', async () => {
    const { state, dependencies, done } = scene((now) => ({
      findNames: async () => {
        const purged = purge(now.stored.lifecycle, 'recipient', now.nowMs)
        if (purged.ok) now.stored = { ...now.stored, lifecycle: purged.value }
        return {}
      },
    }))
    expect(await reconcile(dependencies)).toBe(true)
    expect([done, state.stored.lifecycle.placement]).toEqual([[], 'none'])
  })

  it('take back what was placed by half when the message is purged', async () => {
    const { dependencies, done } = scene((now) => ({
      placeOrders: async (_placing, areWanted) => {
        const purged = purge(now.stored.lifecycle, 'recipient', now.nowMs)
        if (purged.ok) now.stored = { ...now.stored, lifecycle: purged.value }
        return areWanted()
      },
    }))
    expect(await reconcile(dependencies)).toBe(true)
    expect(done).toEqual(['withdrew everything'])
  })

  it('take back the reminders once the message is read', async () => {
    const { state, dependencies, done } = scene()
    await reconcile(dependencies)
    const taken = read(state.stored.lifecycle, state.nowMs)
    if (taken.ok) state.stored = { ...state.stored, lifecycle: taken.value }
    expect(await reconcile(dependencies)).toBe(true)
    expect(done).toEqual(['placed', 'withdrew reminders'])
  })

  it('are left as they are where one fails', async () => {
    const { state, dependencies } = scene(() => ({ placeOrders: () => Promise.reject(new Error('away')) }))
    await expect(reconcile(dependencies)).rejects.toThrow('away')
    expect(state.stored.lifecycle.placement).toBe('started')
  })
})
