import { randomBytes } from 'node:crypto'
import type { BenchToken } from '../token.ts'
import { DEPLOYED } from './deployed.ts'

const KEY_BYTES = 32

/** Fences as a deployment has them, so wide that none closes: what they cost is measured, too. */
const OPEN_FENCES = {
  perMinute: 1_000_000_000,
  perDay: 1_000_000_000,
  perRecipient: { messages: 1_000_000_000, seconds: 600 },
  smsCountries: ['47'],
}

/** The settings of a deployment, with an issuer, a provider and keys of the benchmark's own. */
export const settingsOf = ({ issuer, publicKey }: BenchToken): Readonly<Record<string, string>> => ({
  ...DEPLOYED.settings,
  SMS_PROVIDERS: 'bench',
  EMAIL_PROVIDERS: 'bench',
  TOKEN_ISSUERS: '[]',
  PUBLIC_URL: 'https://straks.test',
  SMS_WINDOW: '00:00-24:00',
  OBJECT_JURISDICTION: 'none',
  FENCES: JSON.stringify({ default: OPEN_FENCES }),
  CONTENT_KEYS: JSON.stringify([{ id: 'bench', key: randomBytes(KEY_BYTES).toString('base64') }]),
  BENCH_ISSUER: issuer,
  BENCH_PUBLIC_KEY: JSON.stringify(publicKey),
})
