import * as z from 'zod'

/** What a queue message says: which shipments of a ledger are due, so that their deliveries can be made. */
export const OrderJob = z.object({ organization: z.string().min(1), shipmentIds: z.array(z.string()) })

export type OrderJob = z.output<typeof OrderJob>
