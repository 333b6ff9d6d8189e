import { parseEmailAddress } from '@straks/shared'
import * as z from 'zod'
import { parseSettings } from '../../platform/config.ts'
import type { BounceSettings } from './bounce-address.ts'

/** The provider's name in `EMAIL_PROVIDERS`. */
export const SMTP_PROVIDER = 'smtp'

/** Where mail is handed over, and as whom. */
export type SmtpSettings = {
  readonly host: string
  readonly port: number
  readonly security: 'starttls' | 'tls' | 'none-on-loopback'
  /** Left out where the server wants no login. */
  readonly login: { readonly username: string; readonly password: string } | undefined
  /** Left out where mail that comes back goes to the sender's own mailbox. */
  readonly bounces: BounceSettings | undefined
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/

/** The port of server to server, which Workers cannot reach; mail is submitted on 587 or 465. */
const RELAY_PORT = 25

/** Whether a text is an e-mail address that any server understands: it becomes part of each mail's envelope. */
const isPlainAddress = (written: string): boolean => /^[!-~]+$/.test(written) && parseEmailAddress(written).ok

const printable = z.string().regex(/^[^\p{Cc}]*$/u)

/** How each setting is written. */
export const smtpSettings = z
  .object({
    SMTP_HOST: z
      .string()
      .regex(/^[A-Za-z0-9.:-]+$/)
      .describe('the name or address of a mail server'),
    SMTP_PORT: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.int().min(1).max(65_535))
      .refine((port) => port !== RELAY_PORT)
      .describe('a port from 1 to 65535, but not 25, which Workers cannot reach'),
    SMTP_SECURITY: z
      .enum(['starttls', 'tls', 'none-on-loopback'])
      .describe('starttls, tls, or, for a server on this very machine, none-on-loopback'),
    SMTP_USERNAME: printable.describe('a user name, or empty where the server wants no login'),
    SMTP_PASSWORD: printable.describe('a password, or empty where SMTP_USERNAME is'),
    SMTP_BOUNCE_ADDRESS: z
      .string()
      .refine((written) => written === '' || isPlainAddress(written))
      .default('')
      .describe('an e-mail address in ASCII that this Worker receives mail for, or empty'),
    SMTP_BOUNCE_KEY: z
      .union([z.literal(''), z.string().min(16)])
      .default('')
      .describe('a secret of at least 16 characters, or empty where SMTP_BOUNCE_ADDRESS is'),
  })
  .refine(({ SMTP_SECURITY, SMTP_HOST }) => SMTP_SECURITY !== 'none-on-loopback' || LOOPBACK.test(SMTP_HOST), {
    path: ['SMTP_SECURITY'],
  })
  .refine(({ SMTP_USERNAME, SMTP_PASSWORD }) => (SMTP_USERNAME === '') === (SMTP_PASSWORD === ''), {
    path: ['SMTP_PASSWORD'],
  })
  .refine(({ SMTP_BOUNCE_ADDRESS, SMTP_BOUNCE_KEY }) => (SMTP_BOUNCE_ADDRESS === '') === (SMTP_BOUNCE_KEY === ''), {
    path: ['SMTP_BOUNCE_KEY'],
  })

/**
 * Reads what the provider needs. Asked only where the provider is selected.
 *
 * @throws ConfigurationError
 */
export function parseSmtpSettings(source: unknown): SmtpSettings {
  const settings = parseSettings(smtpSettings, source)
  return {
    host: settings.SMTP_HOST,
    port: settings.SMTP_PORT,
    security: settings.SMTP_SECURITY,
    bounces:
      settings.SMTP_BOUNCE_ADDRESS === ''
        ? undefined
        : { address: settings.SMTP_BOUNCE_ADDRESS, key: settings.SMTP_BOUNCE_KEY },
    login:
      settings.SMTP_USERNAME === ''
        ? undefined
        : { username: settings.SMTP_USERNAME, password: settings.SMTP_PASSWORD },
  }
}
