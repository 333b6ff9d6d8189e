import { once } from '@straks/shared'
import * as z from 'zod'
import { SUPPRESSION_REASONS } from '../../suppressions/suppression-store.ts'

const SuppressionItem = once(() =>
  z
    .object({
      id: z.string().meta({ description: 'A keyed hash of the address.' }),
      reason: z.enum(SUPPRESSION_REASONS),
      since: z.iso.datetime(),
      until: z.iso.datetime().meta({ description: 'When the address may be mailed again.' }),
    })
    .meta({ id: 'Suppression' }),
)

/** An organisation's suppressions. */
export const SuppressionPage = once(() =>
  z.object({ items: z.array(SuppressionItem()), next: z.null() }).meta({ id: 'Suppressions' }),
)
