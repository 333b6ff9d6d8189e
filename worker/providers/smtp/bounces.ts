import { readStart } from '../../platform/read-up-to.ts'
import { readMailReport } from '../mail/mail-report.ts'
import type { InboundMail } from '../provider.ts'
import { type ReceiptServices, takeInReceipt } from '../receipts/references.ts'
import { readBounceAddress } from './bounce-address.ts'
import { parseSmtpSettings, SMTP_PROVIDER } from './settings.ts'

/** A report comes before the mail that it returns, behind a text for people that may have pictures. */
const SCANNED_MAX_BYTES = 1_048_576

/** Takes in a mail to the bounce address: a report on delivery (RFC 3464) or a complaint (RFC 5965). */
export async function receiveBounce(
  mail: InboundMail,
  services: ReceiptServices,
): Promise<'taken-in' | 'no-report' | 'not-ours'> {
  const { bounces } = parseSmtpSettings(services.env)
  const bounced = bounces && (await readBounceAddress(bounces, mail.to))
  if (!bounced) return 'not-ours'
  const report = await readMailReport(await readStart(mail.raw, SCANNED_MAX_BYTES), Date.now())
  if (!report) return 'no-report'
  await takeInReceipt(services, SMTP_PROVIDER, bounced, report)
  return 'taken-in'
}
