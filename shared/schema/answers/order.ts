import * as z from 'zod'

const shipment = {
  shipmentId: z.uuid().meta({ description: 'Names the shipment: ask for its status with it.' }),
  sendersReference: z.string().optional().meta({ description: 'The reference that came with the request, if any.' }),
}

/** The answer to an accepted order. Seed 000, "Respons"; `spec/notifications.md` 2.1. */
export const OrderAnswer = z
  .object({
    notificationOrderId: z.uuid().meta({ description: 'Names the order.' }),
    notification: z
      .object({
        ...shipment,
        reminders: z.array(z.object(shipment)).optional().meta({
          description: 'The shipments of its reminders, in the order of the request; left out where it has none.',
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
  })
