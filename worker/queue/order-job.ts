import * as z from 'zod'

/** What a queue message says: which shipment of an ordinary order is due, so that its deliveries can be made. */
export const OrderJob = z.object({ organization: z.string().min(1), shipmentId: z.uuid() })

export type OrderJob = z.output<typeof OrderJob>
