import * as z from 'zod'

/** What became of all that a filter found. */
export const RedrivenCounts = () =>
  z.object({
    redriven: z.int().meta({ description: 'Shipments that are tried again.' }),
    refused: z.int().meta({
      description:
        'Shipments that are not: a provider has them or may have them, their time is over, they have ended, or are not due.',
    }),
    next: z
      .string()
      .nullable()
      .meta({ description: 'Not `null` where there was too much for one request: send it along.' }),
  })
