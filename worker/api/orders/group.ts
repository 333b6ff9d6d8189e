import { API_PATH } from '../paths.ts'
import type { RouteGroup } from '../routing/group.ts'
import { cancelOrder } from './cancel-order.ts'
import { createEmailOrder } from './create-email-order.ts'
import { createListedOrder } from './create-listed-order.ts'
import { createOrder } from './create-order.ts'
import { createSmsOrder } from './create-sms-order.ts'
import { findOrders } from './find-orders.ts'
import { getOrder } from './get-order.ts'
import { getOrderStatus } from './get-order-status.ts'
import { listEmails, listSms } from './list-notifications.ts'

/** Messages that wait until they fall due, with reminders or to several recipients. */
export const orderRoutes: RouteGroup = {
  prefix: API_PATH,
  tag: { name: 'Orders', description: 'Messages for a requested time: with reminders, or to several recipients.' },
  routes: [
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
  ],
}
