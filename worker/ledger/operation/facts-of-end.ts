import { hasSucceeded } from '../../domain/status.ts'
import { lastProviderIn, type TrailEntry } from '../../domain/trail.ts'
import type { MessageFacts } from '../../feed/message-facts.ts'
import type { EndedShipment } from '../records.ts'

type Trail = readonly TrailEntry[]

const wasTaken = (trail: Trail): boolean =>
  trail.some(
    (entry) =>
      entry.event === 'receipt' ||
      (entry.event === 'answered' && (entry.outcome === 'taken' || entry.outcome === 'delivered')),
  )

/** What is counted of the messages of a shipment that has ended. */
export const factsOfEnd = ({ type, order, deliveries, trails = [] }: EndedShipment): readonly MessageFacts[] =>
  deliveries.map(({ channel, status, lastUpdateMs }, position) => {
    const trail = trails[position] ?? []
    const isDelivered = hasSucceeded(status)
    return {
      channel,
      provider: lastProviderIn(trail) ?? '',
      isDelivered,
      isInstant: type === 'Instant',
      acceptedAtMs: trail.find(({ event }) => event === 'prepared')?.atMs ?? order.acceptedAtMs,
      askedAtMs: trail.find(({ event }) => event === 'asked')?.atMs,
      isSent: isDelivered || wasTaken(trail),
      endedAtMs: lastUpdateMs,
    }
  })
