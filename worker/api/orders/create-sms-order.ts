import { ordersSms } from '@straks/shared'
import { toSmsPlan } from '../../domain/listed-order-request.ts'
import { defineListedOrderRoute } from './define-listed-order.ts'

/** `POST /orders/sms`: one SMS to several recipients. docs/altinn/notifications.md §2.2. */
export const createSmsOrder = defineListedOrderRoute('/orders/sms', ordersSms, toSmsPlan, {
  id: 'createSmsOrder',
  summary: 'Order an SMS to several recipients',
})
