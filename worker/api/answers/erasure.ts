import * as z from 'zod'

const ErasedCounts = () =>
  z.object({
    deliveries: z.int().meta({ description: 'Messages, under way or ended. What was under way has ended.' }),
    feedEntries: z.int().meta({ description: 'They keep their numbers, and name no one.' }),
    correspondences: z.int(),
    webhookEvents: z.int().meta({ description: 'Events of webhooks that waited.' }),
    deadLetters: z.int(),
    references: z
      .int()
      .meta({ description: 'Orders and messages to others that named the recipient, as in a reference.' }),
    inboxMessages: z.int(),
    registerParties: z.int().meta({ description: 'Parties of the embedded register.' }),
    suppressions: z.int().meta({ description: 'Organisations that did not mail the address, and may again.' }),
    correspondencesLeft: z.int().optional().meta({
      description:
        'Correspondences that cannot be read now, and may name the recipient: erase again. The log names them.',
    }),
  })

/** What an erasure did. */
export const ErasureAnswer = () =>
  z.object({
    erased: ErasedCounts(),
    next: z.string().nullable().meta({ description: 'Not `null` where there are many organisations: send it along.' }),
  })
