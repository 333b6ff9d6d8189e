import * as z from 'zod'
import { defineKind } from './kind.ts'

const API = '/notifications/api/v1'

/** What nothing is said of. */
const anything = () => z.unknown()

/** `POST /future/orders/composed-email`: an e-mail with attachments. docs/altinn/notifications.md §9.3. */
export const composedEmail = defineKind('composed-email', 'order', anything, `${API}/future/orders/composed-email`)
