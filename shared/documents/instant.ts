import { InstantEmailRequest } from '../schema/instant-email.ts'
import { InstantRequest, InstantSmsRequest } from '../schema/instant-sms.ts'
import { defineKind } from './kind.ts'

/** `POST /future/orders/instant/sms`. */
export const instantSms = defineKind('instant-sms', 'instant', InstantSmsRequest)

/** `POST /future/orders/instant/email`. */
export const instantEmail = defineKind('instant-email', 'instant', InstantEmailRequest)

/** `POST /future/orders/instant`, deprecated. */
export const instant = defineKind('instant', 'instant', InstantRequest)
