import * as z from 'zod'
import { once } from '../../once.ts'

/** The answer to an accepted order to several recipients. docs/altinn/notifications.md §2.2. */
export const ListedOrderAnswer = once(() =>
  z
    .object({
      orderId: z.uuid().meta({ description: 'The id of the order, which is also that of its shipment.' }),
      recipientLookup: z
        .object({
          status: z.enum(['Success', 'PartialSuccess', 'Failed']).meta({
            description: 'Whether all, some or none of the persons and organisations can be reached.',
          }),
          isReserved: z
            .array(z.string())
            .meta({ description: 'National identity numbers of those who have declined electronic communication.' }),
          missingContact: z
            .array(z.string())
            .meta({ description: 'Numbers of those who have no address in the channels of the order.' }),
        })
        .optional()
        .meta({
          description:
            'What looking the recipients up came to; left out where all are addresses, or a register does not answer.',
        }),
    })
    .meta({
      id: 'ListedOrderAnswer',
      description: 'An accepted order to several recipients.',
      examples: [
        {
          orderId: 'caa7f1c0-9d7b-8e56-8d3f-5350f4eb9301',
          recipientLookup: { status: 'PartialSuccess', isReserved: ['11876995923'], missingContact: [] },
        },
      ],
    }),
)
