// `npm run generate` adds and removes lines here, from the files of this folder. To change the order, move a line.
import type { Route } from '../routing/route.ts'
import { cancelOrder } from './cancel-order.ts'
import { createEmailOrder } from './create-email-order.ts'
import { createListedOrder } from './create-listed-order.ts'
import { createOrder } from './create-order.ts'
import { createSmsOrder } from './create-sms-order.ts'
import { findOrders } from './find-orders.ts'
import { getOrder } from './get-order.ts'
import { getOrderStatus } from './get-order-status.ts'
import { listEmails, listSms } from './list-notifications.ts'

/** In the order of the documentation. */
// biome-ignore format: one name a line
export const routes: readonly Route[] = [
  createOrder,
  createEmailOrder,
  createSmsOrder,
  createListedOrder,
  findOrders,
  getOrder,
  getOrderStatus,
  listEmails,
  listSms,
  cancelOrder,
]
