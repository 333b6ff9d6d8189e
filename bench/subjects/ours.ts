import type { BenchToken } from '../token.ts'
import { type BenchWorker, type ServedWorker, serveWorker } from '../workerd/serve.ts'
import type { RunningSubject } from './subject.ts'

/** The settings of a deployment, but for who signs its tokens and who takes its messages. */
export const settingsOf = ({ issuer, publicKey }: BenchToken) => ({
  ENVIRONMENT: 'production',
  SMS_PROVIDERS: 'bench',
  EMAIL_PROVIDERS: 'bench',
  TOKEN_ISSUERS: '[]',
  ORGANIZATION_CODES: '',
  RECEIPT_GRACE_SECONDS: '30',
  RETENTION_DAYS: '90',
  DEFAULT_SMS_SENDER: 'Altinn',
  DEFAULT_EMAIL_SENDER: 'noreply@altinn.no',
  PUBLIC_URL: 'https://straks.example',
  NOTIFICATION_DELAY_SECONDS: '300',
  REMINDER_DELAY_SECONDS: '604800',
  SMS_WINDOW: '00:00-24:00',
  SMS_WINDOW_TIME_ZONE: 'Europe/Oslo',
  SMS_ALLOW_LIST: '',
  REGISTER: 'embedded',
  OBJECT_JURISDICTION: 'none',
  BENCH_ISSUER: issuer,
  BENCH_PUBLIC_KEY: JSON.stringify(publicKey),
})

/** Our Worker, or an entry like it, with the settings of a deployment. */
export const straksWorker = (entry: string, token: BenchToken): BenchWorker => ({
  entry,
  readyPath: '/health',
  texts: settingsOf(token),
  objects: { ORDER_LEDGER: 'OrderLedger', INBOX: 'Inbox', STATUS_FEED: 'StatusFeed' },
  queues: ['RETRIES', 'ORDERS'],
})

/** A Worker as a subject. */
export const asSubject = ({ port, server }: ServedWorker): RunningSubject => ({
  port,
  processIds: [server.id],
  stop: () => server.stop(),
})

/** Starts ours. */
export const startOurs = async (token: BenchToken): Promise<RunningSubject> =>
  asSubject(await serveWorker(straksWorker('straks.ts', token)))
