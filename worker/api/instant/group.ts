import { API_PATH } from '../paths.ts'
import type { RouteGroup } from '../routing/group.ts'
import { sendInstantDeprecated } from './send-instant-deprecated.ts'
import { sendInstantEmail } from './send-instant-email.ts'
import { sendInstantSms } from './send-instant-sms.ts'

/** One message to one recipient, at once. */
export const instantRoutes: RouteGroup = {
  prefix: API_PATH,
  tag: { name: 'Instant messages', description: 'One message to one recipient, at once.' },
  routes: [sendInstantSms, sendInstantEmail, sendInstantDeprecated],
}
