import * as z from 'zod'

/** What a queue message says: which deliveries of a ledger are due. All else is read from the ledger when it is handled. */
export const DeliveryJob = z.object({ organization: z.string().min(1), references: z.array(z.string()) })

export type DeliveryJob = z.output<typeof DeliveryJob>
