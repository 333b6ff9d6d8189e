// `npm run generate` adds and removes lines here, from the files of this folder. To change the order, move a line.
import type { Route } from '../routing/route.ts'
import { sendInstantDeprecated } from './send-instant-deprecated.ts'
import { sendInstantEmail } from './send-instant-email.ts'
import { sendInstantSms } from './send-instant-sms.ts'

/** In the order of the documentation. */
// biome-ignore format: one name a line
export const routes: readonly Route[] = [
  sendInstantSms,
  sendInstantEmail,
  sendInstantDeprecated,
]
