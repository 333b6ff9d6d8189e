import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CorrespondenceLifecycle,
  confirm,
  currentStatus,
  failToPublish,
  fetch,
  finishPlacing,
  finishWithdrawing,
  initialise,
  mayForget,
  mayNotify,
  pendingTaskOf,
  publish,
  purge,
  read,
  startPlacing,
  waitingSinceMs,
  wakeAtMs,
} from '../../../worker/correspondence/lifecycle.ts'
import { runs } from '../../support/runs.ts'

const T0 = 1_000_000
const PUBLISH = T0 + 1_000
const REMEMBRANCE = { retentionMs: 10_000, lastDueMs: PUBLISH + 5_000 }

const initialised = (changes: { isReserved?: boolean; isConfirmationNeeded?: boolean } = {}): CorrespondenceLifecycle =>
  initialise(
    { publishAtMs: PUBLISH, isConfirmationNeeded: false, hasNotification: true, isReserved: false, ...changes },
    T0,
  )
const published = (changes = {}) => publish(initialised(changes), PUBLISH)
const withOrders = () => finishPlacing(startPlacing(published()))

function having(
  lifecycle: CorrespondenceLifecycle,
  ...steps: readonly ((lifecycle: CorrespondenceLifecycle) => ReturnType<typeof read>)[]
): CorrespondenceLifecycle {
  return steps.reduce((state, step) => {
    const next = step(state)
    if (!next.ok) throw new Error(next.failure)
    return next.value
  }, lifecycle)
}

const statuses = ({ history }: CorrespondenceLifecycle) => history.map(({ status }) => status)
const byRecipient = (lifecycle: CorrespondenceLifecycle) => purge(lifecycle, 'recipient', PUBLISH + 9)

describe('a correspondence', () => {
  it('is ready for publication from the start', () => {
    expect(statuses(initialised())).toEqual(['Initialized', 'ReadyForPublish'])
    expect(pendingTaskOf(initialised(), PUBLISH - 1)).toBeUndefined()
    expect(pendingTaskOf(initialised(), PUBLISH)).toBe('publish')
  })

  it('is published once, and not before its time', () => {
    expect(publish(initialised(), PUBLISH - 1)).toEqual(initialised())
    expect(currentStatus(published())).toEqual({ status: 'Published', atMs: PUBLISH })
    expect(failToPublish(published(), PUBLISH + 1)).toEqual(published())
  })

  it('fails where its recipient has declined, at once or meanwhile', () => {
    const declined = publish(initialised({ isReserved: true }), PUBLISH)
    expect(statuses(declined)).toEqual(['Initialized', 'Reserved', 'Failed'])
    expect(currentStatus(failToPublish(initialised(), PUBLISH)).status).toBe('Failed')
    for (const phase of ['main', 'reminder'] as const) expect(mayNotify(declined, phase)).toBe(false)
    expect(pendingTaskOf(declined, PUBLISH)).toBeUndefined()
  })

  it('cannot be looked at, read or confirmed before it is published', () => {
    for (const step of [fetch, read, confirm, byRecipient])
      expect(step(initialised(), T0)).toEqual({ ok: false, failure: 'not-found' })
  })

  it('counts having been fetched for nothing', () => {
    expect(currentStatus(having(published(), (it) => fetch(it, PUBLISH + 1))).status).toBe('Published')
  })

  it('is read once, however often', () => {
    const once = having(published(), (it) => read(it, PUBLISH + 1))
    expect(having(once, (it) => read(it, PUBLISH + 2))).toEqual(once)
    expect(statuses(once)).toEqual(['Initialized', 'ReadyForPublish', 'Published', 'Fetched', 'Read'])
  })

  it('may be purged by its sender until it is published, and afterwards by its recipient', () => {
    expect(currentStatus(having(initialised(), (it) => purge(it, 'sender', T0 + 1))).status).toBe('PurgedByAltinn')
    expect(purge(published(), 'sender', PUBLISH)).toEqual({ ok: false, failure: 'published' })
    const gone = having(published(), byRecipient)
    expect(currentStatus(gone).status).toBe('PurgedByRecipient')
    expect(purge(gone, 'recipient', PUBLISH)).toEqual({ ok: false, failure: 'purged' })
    expect(purge(gone, 'sender', PUBLISH)).toEqual({ ok: false, failure: 'purged' })
  })

  it('may be purged by its sender when its publication has failed', () => {
    const failed = failToPublish(initialised(), PUBLISH)
    expect(currentStatus(having(failed, (it) => purge(it, 'sender', PUBLISH + 1))).status).toBe('PurgedByAltinn')
  })

  it('that must be confirmed is not purged before it is', () => {
    const needy = published({ isConfirmationNeeded: true })
    expect(byRecipient(needy)).toEqual({ ok: false, failure: 'unconfirmed' })
    expect(currentStatus(having(needy, (it) => confirm(it, PUBLISH + 1), byRecipient)).status).toBe('PurgedByRecipient')
  })

  it('is never published once it is purged', () => {
    const gone = having(initialised(), (it) => purge(it, 'sender', T0 + 1))
    expect(publish(gone, PUBLISH)).toEqual(gone)
    expect(pendingTaskOf(gone, PUBLISH)).toBeUndefined()
  })

  it('is forgotten when all is done and the time is over, and not while it waits to be published', () => {
    expect(wakeAtMs(initialised(), REMEMBRANCE)).toBe(PUBLISH)
    expect(mayForget(initialised(), REMEMBRANCE, PUBLISH + 1_000_000)).toBe(false)
    const forgottenAt = REMEMBRANCE.lastDueMs + REMEMBRANCE.retentionMs
    expect(mayForget(withOrders(), REMEMBRANCE, forgottenAt - 1)).toBe(false)
    expect(mayForget(withOrders(), REMEMBRANCE, forgottenAt)).toBe(true)
    expect(mayForget(published(), REMEMBRANCE, forgottenAt)).toBe(false)
  })
})

describe('the work on a correspondence', () => {
  it('waits since the last that happened, or since its publication was due', () => {
    expect(waitingSinceMs(initialised(), PUBLISH + 50)).toBe(PUBLISH)
    expect(waitingSinceMs({ ...initialised(), publishAtMs: T0 - 500 }, PUBLISH)).toBe(T0)
    expect(waitingSinceMs(publish(initialised(), PUBLISH + 70), PUBLISH + 900)).toBe(PUBLISH + 70)
    const readLater = having(withOrders(), (lifecycle) => read(lifecycle, PUBLISH + 5_000_000))
    expect(pendingTaskOf(readLater, PUBLISH + 5_000_001)).toBe('withdraw-reminders')
    expect(waitingSinceMs(readLater, PUBLISH + 5_000_001)).toBe(PUBLISH + 5_000_000)
  })
})

describe('the condition of a notification', () => {
  it.each([
    ['before publication', initialised(), false, false],
    ['once published', published(), true, true],
    ['once fetched', having(published(), (it) => fetch(it, PUBLISH)), true, true],
    ['once confirmed', having(published(), (it) => confirm(it, PUBLISH)), true, true],
    ['once read', having(published(), (it) => read(it, PUBLISH)), true, false],
    ['once purged', having(published(), byRecipient), false, false],
    ['once read and purged', having(published(), (it) => read(it, PUBLISH), byRecipient), false, false],
    ['once failed', failToPublish(initialised(), PUBLISH), false, false],
  ])('%s', (_when, lifecycle, main, reminder) => {
    expect([mayNotify(lifecycle, 'main'), mayNotify(lifecycle, 'reminder')]).toEqual([main, reminder])
  })
})

/** What may happen to a correspondence and its orders, one after the other. */
type Happening =
  | 'publish'
  | 'fetch'
  | 'read'
  | 'confirm'
  | 'purge'
  | 'take-back'
  | 'work'
  | 'crash'
  | 'send-main'
  | 'send-reminder'

const happening = fc.constantFrom<Happening>(
  ...(['publish', 'fetch', 'read', 'confirm', 'purge', 'take-back', 'crash', 'send-main', 'send-reminder'] as const),
  ...Array<Happening>(6).fill('work'),
)

type Shipments = Record<'main' | 'reminder', 'none' | 'placed' | 'sent' | 'withdrawn'>

/** A world of one correspondence: its stored state, the ledger, and the one worker that does what is due. */
class World {
  lifecycle = initialised()
  readonly orders: Shipments[] = Array.from({ length: 3 }, () => ({ main: 'none', reminder: 'none' }))
  readonly sentAfter: string[] = []
  /** What the worker has in hand: a call on its way that lands with the next step, whatever has happened meanwhile. */
  #inHand: { land: () => void } | undefined

  happen(what: Happening): void {
    const now = PUBLISH + 1
    if (what === 'publish') this.lifecycle = publish(this.lifecycle, now)
    else if (what === 'fetch') this.#keep(fetch(this.lifecycle, now))
    else if (what === 'read') this.#keep(read(this.lifecycle, now))
    else if (what === 'confirm') this.#keep(confirm(this.lifecycle, now))
    else if (what === 'purge') this.#keep(purge(this.lifecycle, 'recipient', now))
    else if (what === 'take-back') this.#keep(purge(this.lifecycle, 'sender', now))
    else if (what === 'crash') this.#inHand = undefined
    else if (what === 'work') this.work()
    else this.#send(what === 'send-main' ? 'main' : 'reminder')
  }

  /** One step of the worker: land the call that is on its way, or begin the next that is due. */
  work(): boolean {
    const inHand = this.#inHand
    if (inHand) {
      this.#inHand = undefined
      inHand.land()
      return true
    }
    const duty = pendingTaskOf(this.lifecycle, PUBLISH + 1)
    if (duty === undefined) return false
    if (duty === 'publish') this.lifecycle = publish(this.lifecycle, PUBLISH + 1)
    else if (duty === 'place') this.#place()
    else if (duty !== 'release-attachments')
      this.#withdraw(duty === 'withdraw-reminders' ? ['reminder'] : ['main', 'reminder'], duty)
    return true
  }

  #place(): void {
    this.lifecycle = startPlacing(this.lifecycle)
    const next = this.orders.find(({ main }) => main === 'none')
    this.#inHand = {
      land: () => {
        if (next) Object.assign(next, { main: 'placed', reminder: 'placed' })
        if (this.orders.every(({ main }) => main !== 'none')) this.lifecycle = finishPlacing(this.lifecycle)
      },
    }
  }

  #withdraw(phases: readonly ('main' | 'reminder')[], duty: 'withdraw-reminders' | 'withdraw-everything'): void {
    this.#inHand = {
      land: () => {
        for (const order of this.orders)
          for (const phase of phases) if (order[phase] === 'placed') order[phase] = 'withdrawn'
        this.lifecycle = finishWithdrawing(this.lifecycle, duty === 'withdraw-reminders' ? 'reminders' : 'everything')
      },
    }
  }

  #send(phase: 'main' | 'reminder'): void {
    for (const order of this.orders) {
      if (order[phase] !== 'placed' || !mayNotify(this.lifecycle, phase)) continue
      order[phase] = 'sent'
      this.sentAfter.push(`${phase} ${statuses(this.lifecycle).join(' ')}`)
    }
  }

  #keep(next: ReturnType<typeof read>): void {
    if (next.ok) this.lifecycle = next.value
  }
}

describe('in every interleaving', () => {
  it('nothing is sent after a purge, no reminder after reading, and nothing is left to send in the end', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
        const world = new World()
        for (const what of happenings) world.happen(what)
        while (world.work());
        for (const sent of world.sentAfter) {
          expect(sent).toContain('Published')
          expect(sent).not.toMatch(/Purged|Failed/)
          if (sent.startsWith('reminder')) expect(sent).not.toContain('Read ')
          if (sent.startsWith('reminder')) expect(sent).not.toMatch(/Read$/)
        }
        const may = { main: mayNotify(world.lifecycle, 'main'), reminder: mayNotify(world.lifecycle, 'reminder') }
        for (const order of world.orders) {
          if (may.main) expect(['placed', 'sent']).toContain(order.main)
          else expect(order.main).not.toBe('placed')
          if (!may.reminder) expect(order.reminder).not.toBe('placed')
        }
      }),
      { numRuns: runs(20_000) },
    )
  })

  it('what was reached stays reached, and purged is the end', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
        const world = new World()
        for (const what of happenings) {
          const before = world.lifecycle
          world.happen(what)
          expect(world.lifecycle.history.slice(0, before.history.length)).toEqual(before.history)
          expect(new Set(statuses(world.lifecycle)).size).toBe(world.lifecycle.history.length)
          if (/Purged/.test(currentStatus(before).status)) expect(world.lifecycle.history).toEqual(before.history)
        }
      }),
      { numRuns: runs(5_000) },
    )
  })
})
