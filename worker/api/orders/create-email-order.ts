import { ordersEmail } from '@straks/shared'
import { toEmailPlan } from '../../domain/listed-order-request.ts'
import { defineListedOrderRoute } from './define-listed-order.ts'

/** `POST /orders/email`: one e-mail to several recipients. docs/altinn/notifications.md §2.2. */
export const createEmailOrder = defineListedOrderRoute('/orders/email', ordersEmail, toEmailPlan, {
  id: 'createEmailOrder',
  summary: 'Order an e-mail to several recipients',
})
