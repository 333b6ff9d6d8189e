import { emailOrderRequestSchema, listedOrderRequestSchema, smsOrderRequestSchema } from '../schema/listed-order.ts'
import { defineKind } from './kind.ts'

/** `POST /orders/email`. */
export const ordersEmail = defineKind('orders-email', 'order', emailOrderRequestSchema)

/** `POST /orders/sms`. */
export const ordersSms = defineKind('orders-sms', 'order', smsOrderRequestSchema)

/** `POST /orders`. */
export const orders = defineKind('orders', 'order', listedOrderRequestSchema)
