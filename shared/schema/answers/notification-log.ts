import * as z from 'zod'
import { once } from '../../once.ts'
import { moment } from './moment.ts'
import { ShipmentType } from './shipment.ts'

/** What was sent for a dialogue. docs/altinn/notifications.md §9.2. */
export const NotificationLog = once(() =>
  z
    .array(
      z.object({
        notificationId: z
          .uuid()
          .meta({ description: 'The shipment: one with several recipients has several entries.' }),
        dialogId: z.string().optional(),
        transmissionId: z.string().optional(),
        type: ShipmentType(),
        channel: z.enum(['SMS', 'Email']),
        destination: z.string().meta({ description: 'The number or the address; empty if none was found.' }),
        status: z.string().meta({ description: 'As in a shipment, without the channel: `Delivered`, `Failed_TTL`.' }),
        requestedSendTime: moment('When it fell due.'),
        lastUpdateTime: moment('When its status last changed.'),
      }),
    )
    .meta({ id: 'NotificationLog' }),
)
