import { LINK_PROVIDER } from '../providers/link/name.ts'
import { type DeliveryReport, readReports, writeAcknowledgement } from '../providers/link/report.ts'
import { parseLinkSettings } from '../providers/link/settings.ts'
import { isLogin } from './basic-login.ts'
import { receiveByReference } from './references.ts'

export { LINK_PROVIDER, readReports, writeAcknowledgement }

/** Whether a request comes from the gateway. */
export const isFromGateway = (request: Request, env: Env): Promise<boolean> =>
  isLogin(request.headers.get('authorization'), parseLinkSettings(env).reports)

/** Takes in reports side by side, and tells how many of them name a message that nobody knows. */
export async function receiveReports(env: Env, reports: readonly DeliveryReport[]): Promise<number> {
  const known = await Promise.all(
    reports.map(({ reference, receipt }) => receiveByReference(env, LINK_PROVIDER, reference, receipt)),
  )
  return known.filter((isKnown) => !isKnown).length
}
