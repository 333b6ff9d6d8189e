import { instantEmailRequestSchema } from '../schema/instant-email.ts'
import { instantRequestSchema, instantSmsRequestSchema } from '../schema/instant-sms.ts'
import { defineKind } from './kind.ts'

/** `POST /future/orders/instant/sms`. */
export const instantSms = defineKind('instant-sms', 'instant', instantSmsRequestSchema)

/** `POST /future/orders/instant/email`. */
export const instantEmail = defineKind('instant-email', 'instant', instantEmailRequestSchema)

/** `POST /future/orders/instant`, deprecated. */
export const instant = defineKind('instant', 'instant', instantRequestSchema)
