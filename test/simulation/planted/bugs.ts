/** A change of the Worker's source. */
export type Change = {
  /** In `worker/`. */
  readonly file: string
  /** What stands there, once. */
  readonly right: string
  readonly wrong: string
}

/** A bug that is put into the Worker to show that histories find its kind. */
export type Planted = {
  readonly name: string
  /** What is wrong then. */
  readonly is: string
  readonly changes: readonly Change[]
  /** The seed of a history of one day that finds it. */
  readonly seed: number
  /** Words of what is then found. */
  readonly finds: RegExp
}

export const PLANTED: readonly Planted[] = [
  {
    name: 'attempt-after-time-to-live',
    is: 'a time-to-live that attempts do not keep to',
    changes: [
      {
        file: 'delivery/deliver.ts',
        right: '    if (Date.now() >= expiresAtMs || (last',
        wrong: '    if ((last',
      },
      {
        file: 'delivery/deliver.ts',
        right: 'askedAtMs < expiresAtMs ? send(provider, message, { deadline, time, slow }) : undefined',
        wrong: 'send(provider, message, { deadline, time, slow })',
      },
    ],
    seed: 5,
    finds: /after its time/,
  },
  {
    name: 'two-claims-at-once',
    is: 'a claim that is granted while another has it',
    changes: [
      {
        file: 'domain/attempt.ts',
        right: `  if (delivery.stage.phase === 'claimed' && nowMs < delivery.stage.wakeAtMs) return { granted: false, why: 'held' }
`,
        wrong: '',
      },
    ],
    seed: 1,
    finds: /by two at once/,
  },
  {
    name: 'lost-claim-forgotten',
    is: 'a claim that ran out, and is taken for one that came to nothing',
    changes: [
      {
        file: 'domain/attempt.ts',
        right: 'lostClaims: delivery.lostClaims + 1 }',
        wrong: 'lostClaims: delivery.lostClaims }',
      },
    ],
    seed: 2,
    finds: /was sent/,
  },
  {
    name: 'doubt-forgotten',
    is: 'a provider that may have the message, and is taken for one that has not',
    changes: [
      {
        file: 'domain/whereabouts.ts',
        right: '[...doubts, ...lost, ...(mayHaveIt ? [provider] : [])]',
        wrong: '[...doubts, ...lost]',
      },
    ],
    seed: 2,
    finds: /was sent/,
  },
  {
    name: 'copies-not-counted-for-pins',
    is: 'a count of copies that is passed over for any pinned provider',
    changes: [
      {
        file: 'delivery/make-attempt.ts',
        right: 'if (isSpent(claimed) && !wouldKnow(claimed, pinnedProvider, services.providers)) {',
        wrong: 'if (isSpent(claimed) && pinnedProvider === undefined) {',
      },
    ],
    seed: 51,
    finds: /was sent 3 times/,
  },
  {
    name: 'pinned-provider-left',
    is: 'another provider that is asked while one that honours references may have the message',
    changes: [
      {
        file: 'delivery/candidates.ts',
        right: `  if (pinned?.honoursReferences) return
`,
        wrong: '',
      },
    ],
    seed: 4,
    finds: /was sent [23] times/,
  },
  {
    name: 'uncertainty-forgotten',
    is: 'an end that does not say that a provider may have the message',
    changes: [
      {
        file: 'domain/delivery.ts',
        right: "moveTo(delivery, { phase: 'final', status, isUncertain: isUncertain(delivery) }, nowMs)",
        wrong: "moveTo(delivery, { phase: 'final', status, isUncertain: false }, nowMs)",
      },
    ],
    seed: 2,
    finds: /as if no provider had it/,
  },
  {
    name: 'any-provider-ends-it',
    is: 'a failure that counts, whoever tells of it',
    changes: [
      {
        file: 'domain/whereabouts.ts',
        right: 'return stage.holder === undefined || stage.holder === provider ? ended() : delivery',
        wrong: 'return ended()',
      },
    ],
    seed: 7,
    finds: /never had it/,
  },
  {
    name: 'purged-all-the-same',
    is: 'a purge that leaves what waits for its next attempt',
    changes: [
      {
        file: 'domain/attempt.ts',
        right: `  if (stage.phase !== 'waiting') return delivery
  return isUncertain`,
        wrong: `  if (stage.phase !== 'taken') return delivery
  return isUncertain`,
      },
    ],
    seed: 84,
    finds: /taken back|purged or read|told that it is cancelled/,
  },
  {
    name: 'read-and-reminded',
    is: 'a reminder that does not ask whether its message has been read',
    changes: [
      {
        file: 'correspondence/lifecycle.ts',
        right: "isAvailable(lifecycle) && !(phase === 'reminder' && hasBeen(lifecycle, 'Read'))",
        wrong: 'isAvailable(lifecycle)',
      },
    ],
    seed: 1,
    finds: /purged or read/,
  },
  {
    name: 'cancelled-all-the-same',
    is: 'a cancellation that only says so',
    changes: [
      {
        file: 'ledger/take-back.ts',
        right: `  for (const one of all) if (isCancellable(one.shipment, nowMs)) tables.endShipment(one, 'cancelled', [], nowMs)
`,
        wrong: '',
      },
    ],
    seed: 9,
    finds: /told that it is cancelled/,
  },
  {
    name: 'told-twice',
    is: 'a feed that does not remember how far a ledger has come',
    changes: [
      {
        file: 'feed/feed-store.ts',
        right: 'const fresh = entries.slice(Math.max(0, heard + 1 - firstSequence))',
        wrong: 'const fresh = entries',
      },
    ],
    seed: 21,
    finds: /twice/,
  },
  {
    name: 'number-left-out',
    is: 'a number of the feed that is given to nothing',
    changes: [
      {
        file: 'feed/feed-store.ts',
        right: `      latest++
`,
        wrong: `      latest += heard > 0 && latest === heard ? 2 : 1
`,
      },
    ],
    seed: 7,
    finds: /has the number/,
  },
  {
    name: 'text-after-the-end',
    is: "a shipment's messages that stay after its end",
    changes: [
      {
        file: 'ledger/tables.ts',
        right: `    for (const { address } of this.messages.ofShipment(live.address)) this.messages.forget(address)
    this.shipments.forget(live.address)
    this.ended.insert(record)
`,
        wrong: `    this.shipments.forget(live.address)
    this.ended.insert(record)
`,
      },
    ],
    seed: 9,
    finds: /text is still there|still says|still names/,
  },
  {
    name: 'text-on-a-queue',
    is: 'a log that says what a message says',
    changes: [
      {
        file: 'delivery/deliver.ts',
        right: `        provider: provider.name,
        outcome: outcome.kind,
        durationMs`,
        wrong: `        provider: content.body,
        outcome: outcome.kind,
        durationMs`,
      },
    ],
    seed: 1,
    finds: /a log or a queue says/,
  },
  {
    name: 'lost-on-the-queue',
    is: 'a delivery that no longer has a time at which it is looked at once it is on a queue',
    changes: [
      {
        file: 'ledger/due-rows.ts',
        right: `      messages.lookAgainAt(address, untilMs)
`,
        wrong: '',
      },
    ],
    seed: 20,
    finds: /never ended/,
  },
  {
    name: 'no-alarm',
    is: 'a change that does not see to the alarm',
    changes: [
      {
        file: 'ledger/order-ledger.ts',
        right: `      const made = work()
      this.#wakeNext()
`,
        wrong: `      const made = work()
`,
      },
    ],
    seed: 1,
    finds: /never ended/,
  },
  {
    name: 'named-in-the-feed',
    is: 'an erasure that leaves the feed as it is',
    changes: [
      {
        file: 'operator/erase-recipient.ts',
        right: `  const feedEntries = await feed.erase(
    recipient,
    ledgers.flatMap(({ shipmentIds }) => shipmentIds),
  )
`,
        wrong: `  const feedEntries = 0
`,
      },
    ],
    seed: 1,
    finds: /STATUS_FEED \S+ still names/,
  },
  {
    name: 'erased-and-sent',
    is: 'an erasure that leaves what is under way',
    changes: [
      {
        file: 'ledger/operation/erase.ts',
        right: `    if (this.#eraser.isIn(message.destination)) {
      this.#end(message)
      return
    }
`,
        wrong: '',
      },
    ],
    seed: 2,
    finds: /sent to nowhere/,
  },
  {
    name: 'lease-from-arrival',
    is: 'a first claim whose lease counts from when its call came, though it waited for its commit',
    changes: [
      {
        file: 'ledger/order-ledger.ts',
        right: 'ledger.acceptInstant(order, nowMs, sealed, Date.now())',
        wrong: 'ledger.acceptInstant(order, nowMs, sealed)',
      },
    ],
    seed: 110,
    finds: /by two at once/,
  },
]
