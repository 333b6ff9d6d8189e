import * as z from 'zod'

/** Shipments that no worker could handle. */
export const DeadLetterList = () =>
  z.array(
    z.object({
      shipmentId: z.uuid(),
      reason: z.string().meta({ description: 'The reason, as a code.' }),
      at: z.iso.datetime(),
    }),
  )
