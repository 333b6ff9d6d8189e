import { orderRequestSchema } from '../schema/order.ts'
import { defineKind } from './kind.ts'

/** `POST /future/orders`. */
export const order = defineKind('order', 'order', orderRequestSchema)
