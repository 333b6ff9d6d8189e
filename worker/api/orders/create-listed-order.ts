import { orders } from '@straks/shared'
import { toListedPlan } from '../../domain/listed-order-request.ts'
import { defineListedOrderRoute } from './define-listed-order.ts'

/** `POST /orders`: a message to several recipients, in the channel that it names. docs/altinn/notifications.md §2.2. */
export const createListedOrder = defineListedOrderRoute('/orders', orders, toListedPlan, {
  id: 'createListedOrder',
  summary: 'Order a message to several recipients',
})
