import { type DeliveryReport, readEvents } from '../providers/acs/events.ts'
import { ACS_PROVIDER } from '../providers/acs/name.ts'
import { parseAcsSettings } from '../providers/acs/settings.ts'
import { receiveByReference } from './references.ts'
import { isSameSecret } from './same-secret.ts'

export { ACS_PROVIDER, readEvents }

/** The header that Event Grid shows the key in; where that cannot be, the query member that it is in. */
const KEY_HEADER = 'straks-report-key'
const KEY_MEMBER = 'key'

/** Whether a request comes from our Event Grid subscription. */
export function isFromEventGrid(request: Request, env: Env): Promise<boolean> {
  const shown = request.headers.get(KEY_HEADER) ?? new URL(request.url).searchParams.get(KEY_MEMBER) ?? ''
  return isSameSecret(shown, parseAcsSettings(env).reportKey)
}

/** Takes in reports side by side, and tells how many of them name a message that nobody knows. */
export async function receiveReports(env: Env, reports: readonly DeliveryReport[]): Promise<number> {
  const known = await Promise.all(
    reports.map(({ reference, receipt }) => receiveByReference(env, ACS_PROVIDER, reference, receipt)),
  )
  return known.filter((isKnown) => !isKnown).length
}
