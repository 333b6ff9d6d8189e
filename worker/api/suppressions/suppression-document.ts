import { once } from '@straks/shared'
import * as z from 'zod'
import type { Suppression } from '../../suppressions/suppression-store.ts'

/** A suppression as its organisation sees it. The address is not stored, so it is not shown. */
const SuppressionDocument = once(() =>
  z
    .object({
      id: z.string().meta({ description: 'A keyed hash of the address.' }),
      reason: z.enum(['hard-bounce', 'complaint']),
      since: z.iso.datetime(),
      until: z.iso.datetime().meta({ description: 'When the address may be mailed again.' }),
    })
    .meta({ id: 'Suppression' }),
)

export const SuppressionDocuments = once(() =>
  z.object({ items: z.array(SuppressionDocument()), next: z.null() }).meta({ id: 'Suppressions' }),
)

const toTime = (ms: number): string => new Date(ms).toISOString()

export const toDocument = ({ id, reason, sinceMs, untilMs }: Suppression) => ({
  id,
  reason,
  since: toTime(sinceMs),
  until: toTime(untilMs),
})
