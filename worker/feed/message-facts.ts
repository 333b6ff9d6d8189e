import { once } from '@straks/shared'
import * as z from 'zod'

/**
 * What is counted of one message that has ended: no id and no recipient. It lies beside its entry in the feed, in the same
 * row. Times are milliseconds since 1970.
 */
export type MessageFacts = {
  readonly channel: 'sms' | 'email'
  /** The provider that was last heard of; empty where none was. */
  readonly provider: string
  readonly isDelivered: boolean
  /** Whether it was an instant message: a one-time code, mostly. */
  readonly isInstant: boolean
  readonly acceptedAtMs: number
  /** When a provider was first asked; left out where none was. */
  readonly askedAtMs: number | undefined
  /** Whether a provider took it. */
  readonly isSent: boolean
  readonly endedAtMs: number
}

const Written = once(() =>
  z.array(z.tuple([z.enum(['sms', 'email']), z.string(), z.int(), z.int(), z.int().nullable(), z.int()])),
)

const [DELIVERED, INSTANT, SENT] = [1, 2, 4]

/** The facts of a shipment's messages as a short text. */
export const writeFacts = (all: readonly MessageFacts[]): string =>
  JSON.stringify(
    all.map((one) => [
      one.channel,
      one.provider,
      (one.isDelivered ? DELIVERED : 0) + (one.isInstant ? INSTANT : 0) + (one.isSent ? SENT : 0),
      one.acceptedAtMs,
      one.askedAtMs ?? null,
      one.endedAtMs,
    ]),
  )

/** Reads them back; nothing where a row has none, or none that can be read. */
export function readFacts(text: string | null): readonly MessageFacts[] {
  if (text === null) return []
  try {
    return Written()
      .parse(JSON.parse(text))
      .map(([channel, provider, marks, acceptedAtMs, askedAtMs, endedAtMs]) => ({
        channel,
        provider,
        acceptedAtMs,
        endedAtMs,
        askedAtMs: askedAtMs ?? undefined,
        isDelivered: (marks & DELIVERED) !== 0,
        isInstant: (marks & INSTANT) !== 0,
        isSent: (marks & SENT) !== 0,
      }))
  } catch {
    return []
  }
}
