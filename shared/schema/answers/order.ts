import * as z from 'zod'
import { once } from '../../once.ts'

const shipment = once(() => ({
  shipmentId: z.uuid().meta({ description: 'The id of the shipment, to ask for its status.' }),
  sendersReference: z.string().optional().meta({ description: 'The reference that came with the request, if any.' }),
}))

/** The answer to an accepted order. docs/altinn/notifications.md §2.1. */
export const OrderAnswer = once(() =>
  z
    .object({
      notificationOrderId: z.uuid().meta({ description: 'The id of the order.' }),
      notification: z
        .object({
          ...shipment(),
          reminders: z.array(z.object(shipment())).optional().meta({
            description: 'The shipments of its reminders, in the order of the request; left out if it has none.',
          }),
        })
        .meta({ description: 'What was ordered.' }),
    })
    .meta({
      id: 'OrderAnswer',
      description: 'An accepted order.',
      examples: [
        {
          notificationOrderId: 'caa7f1c0-9d7b-8e56-8d3f-5350f4eb9300',
          notification: {
            shipmentId: 'caa7f1c0-9d7b-8e56-8d3f-5350f4eb9301',
            sendersReference: 'otp-login-2024-09-30-1234',
          },
        },
      ],
    }),
)
