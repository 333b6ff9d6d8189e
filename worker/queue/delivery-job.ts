import * as z from 'zod'

/** What a queue message says: which delivery is due. Everything else is read from its ledger when it is handled. */
export const DeliveryJob = z.object({ organization: z.string().min(1), reference: z.string().min(1) })

export type DeliveryJob = z.output<typeof DeliveryJob>
