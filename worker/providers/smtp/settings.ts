import * as z from 'zod'
import { parseSettings } from '../../config.ts'

/** Where mail is handed over, and as whom. */
export type SmtpSettings = {
  readonly host: string
  readonly port: number
  readonly security: 'starttls' | 'tls' | 'none-on-loopback'
  /** Left out where the server wants no login. */
  readonly login: { readonly username: string; readonly password: string } | undefined
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/

/** The port of server to server, which Workers cannot reach; mail is submitted on 587 or 465. */
const RELAY_PORT = 25

const printable = z.string().regex(/^[^\p{Cc}]*$/u)

const Settings = z
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
  })
  .refine(({ SMTP_SECURITY, SMTP_HOST }) => SMTP_SECURITY !== 'none-on-loopback' || LOOPBACK.test(SMTP_HOST), {
    path: ['SMTP_SECURITY'],
  })
  .refine(({ SMTP_USERNAME, SMTP_PASSWORD }) => (SMTP_USERNAME === '') === (SMTP_PASSWORD === ''), {
    path: ['SMTP_PASSWORD'],
  })

/**
 * Reads what the provider needs. Asked only where the provider is selected.
 *
 * @throws ConfigurationError
 */
export function parseSmtpSettings(source: unknown): SmtpSettings {
  const settings = parseSettings(Settings, source)
  return {
    host: settings.SMTP_HOST,
    port: settings.SMTP_PORT,
    security: settings.SMTP_SECURITY,
    login:
      settings.SMTP_USERNAME === ''
        ? undefined
        : { username: settings.SMTP_USERNAME, password: settings.SMTP_PASSWORD },
  }
}
