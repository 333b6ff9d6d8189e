import * as z from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { ShipmentManifest, StatusFeedPage } from '../../../shared/schema/answers/index.ts'
import { FEED_ORDERS, FEED_PAGE_SIZE_MAX } from '../../../worker/feed/feed-entry.ts'
import { AWAY, FUTURE, json, problem, REFUSED_CALLER, TO_NOTIFY } from './parts.ts'

const FeedQuery = z.object({
  seq: z.int().min(0).optional().meta({
    description: 'The last sequence number you have: what lies beyond it is returned. Left out: 0.',
  }),
  pageSize: z
    .int()
    .min(1)
    .max(FEED_PAGE_SIZE_MAX)
    .optional()
    .meta({
      description: `How many entries at most; a number out of bounds becomes the nearest. Left out: ${FEED_PAGE_SIZE_MAX}.`,
    }),
  orderBy: z.enum(FEED_ORDERS).optional().meta({
    description: 'Oldest or newest first. With `Desc` and no `seq` the newest come. Left out: `Asc`.',
  }),
})

/** How shipments fare. */
export const shipmentPaths = (): ZodOpenApiPathsObject => ({
  [`${FUTURE}/shipment/{shipmentId}`]: {
    get: {
      operationId: 'getShipment',
      summary: 'Ask how a shipment fares',
      description: 'An instant message, the message of an order, or one of its reminders.',
      tags: ['Status'],
      security: TO_NOTIFY,
      requestParams: {
        path: z.object({
          shipmentId: z.uuid().meta({ description: 'The `shipmentId` of the answer to the order.' }),
        }),
      },
      responses: {
        '200': json('The shipment.', ShipmentManifest),
        ...REFUSED_CALLER,
        '404': problem('Your organisation has no such shipment.'),
        ...AWAY,
      },
    },
  },
  [`${FUTURE}/shipment/feed`]: {
    get: {
      operationId: 'getStatusFeed',
      summary: 'Follow all shipments',
      description:
        'Tells, once each, which of your organisation’s shipments have ended, and how. Numbers go up by one; a reader who has seen a number has seen all before it. Ask on with the last one you have; an empty list means that there is nothing newer.',
      tags: ['Status'],
      security: TO_NOTIFY,
      requestParams: { query: FeedQuery },
      responses: {
        '200': json('The entries.', StatusFeedPage),
        '400': problem('A parameter is none that there can be.'),
        ...REFUSED_CALLER,
        ...AWAY,
      },
    },
  },
})
