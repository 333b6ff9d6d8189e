import * as z from 'zod'
import { once } from '../../once.ts'
import { moment } from './moment.ts'
import { ShipmentType } from './shipment.ts'

/** A page of the status feed. docs/altinn/notifications.md §4.4. */
export const StatusFeedPage = once(() =>
  z
    .array(
      z.object({
        sequenceNumber: z.int().min(1).meta({
          description:
            'One more than that of the previous entry. Use the last one you have as `seq` to get the next page.',
        }),
        shipmentId: z.uuid(),
        sendersReference: z.string().optional(),
        recipients: z.array(
          z.object({
            destination: z.string(),
            status: z.string().meta({ description: 'A final status; see the table of statuses.' }),
            lastUpdate: moment('When it became final.'),
          }),
        ),
        status: z
          .enum(['Order_Completed', 'Order_SendConditionNotMet', 'Order_Cancelled'])
          .meta({ description: 'How the shipment ended.' }),
        lastUpdate: moment('When it ended.'),
        shipmentType: ShipmentType(),
      }),
    )
    .meta({
      id: 'StatusFeedPage',
      description: 'Shipments that have ended, each once; empty if there is nothing newer.',
      examples: [
        [
          {
            sequenceNumber: 1,
            shipmentId: 'caa7f1c0-9d7b-8e56-8d3f-5350f4eb9301',
            sendersReference: 'case-2026-1234',
            recipients: [
              {
                destination: 'ola.nordmann@example.com',
                status: 'Email_Delivered',
                lastUpdate: '2026-12-01T09:00:02.000Z',
              },
            ],
            status: 'Order_Completed',
            lastUpdate: '2026-12-01T09:00:02.000Z',
            shipmentType: 'Notification',
          },
        ],
      ],
    }),
)
