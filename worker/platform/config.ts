import { parseDayWindow, parseEmailAddress, toDottedPath } from '@straks/shared'
import * as z from 'zod'
import type { FenceSettings } from '../domain/fences.ts'
import { isTimeZone, parseSendWindow, type SendWindow } from '../domain/send-window.ts'
import type { SmsSenders } from '../domain/sms-sender.ts'
import { ConfigurationError } from './configuration-error.ts'
import { type ContentKey, contentKeys } from './content-keys.ts'
import { fenceSettings } from './fence-settings.ts'
import { organizationCodes } from './organization-codes.ts'
import { providerList, sharesIn } from './provider-list.ts'
import { refuseExamples } from './refuse-examples.ts'
import { smsSenderSettings } from './sms-sender-settings.ts'
import { issuer, type OperatorIssuer, operatorIssuer, type TrustedIssuer } from './token-issuers.ts'

export { ConfigurationError } from './configuration-error.ts'

/** Everything that is set from outside, parsed. The only reader of `[vars]` is this file. */
export type Config = {
  readonly environment: 'development' | 'test' | 'staging' | 'production'
  readonly smsProviders: readonly string[]
  readonly emailProviders: readonly string[]
  /** Of a hundred messages, how many a provider gets before the others. */
  readonly providerShares: Readonly<Record<'sms' | 'email', ReadonlyMap<string, number>>>
  readonly tokenIssuers: readonly TrustedIssuer[]
  readonly operatorTokenIssuers: readonly OperatorIssuer[]
  readonly organizationCodes: ReadonlyMap<string, string>
  readonly receiptGraceSeconds: number
  /** How long a mail may take to come back before it counts as delivered, where nothing else would tell. */
  readonly bounceGraceSeconds: number
  readonly retentionDays: number
  readonly defaultSenders: { readonly sms: string; readonly email: string }
  readonly publicUrl: string
  /** From the publication of a message to its notification. */
  readonly notificationDelaySeconds: number
  /** From a notification to its reminder. */
  readonly reminderDelaySeconds: number
  /** When in the day a message may go out that waits for the day. */
  readonly windows: { readonly sms: SendWindow; readonly email: SendWindow }
  /** The numbers that SMS really go to outside production, in E.164. */
  readonly smsAllowList: ReadonlySet<string>
  /** Numbers that stand in for senders of letters, by country. */
  readonly smsSenders: readonly SmsSenders[]
  /** How much each organisation may send, and where. */
  readonly fences: FenceSettings
  /** What message texts are sealed with, the newest first; `undefined` where development makes its own. */
  readonly contentKeys: readonly ContentKey[] | undefined
  readonly register: 'embedded' | 'altinn'
  /** Who may read a correspondence beside its sender: the recipient that the token names, or anyone with the scope. */
  readonly correspondenceReaders: 'recipient' | 'anyone-with-scope'
}

export const jsonSetting = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' })
        return z.NEVER
      }
    })
    .pipe(schema)

const wholeNumber = (min: number, max: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(min).max(max))

const seconds = () => wholeNumber(0, 31_536_000)

const SECONDS = 'a whole number of seconds from 0 to 31536000'

const sendWindow = z.string().refine((text) => parseDayWindow(text) !== undefined)

const timeZone = z.string().refine(isTimeZone)

const allowList = z
  .string()
  .transform((text) => text.split(',').filter((number) => number.trim() !== ''))
  .pipe(z.array(z.string().transform((number) => number.replaceAll(/\s/g, ''))))
  .pipe(z.array(z.string().regex(/^\+\d{5,15}$/)))
  .transform((numbers): ReadonlySet<string> => new Set(numbers))

/** Each setting's schema; its description completes the sentence "it must be …". */
export const Settings = z.object({
  ENVIRONMENT: z
    .enum(['development', 'test', 'staging', 'production'])
    .describe('development, test, staging or production'),
  SMS_PROVIDERS: providerList.describe(
    'names of SMS providers in order of preference, such as "inbox"; one may have a share, as in "link,twilio=5%"',
  ),
  EMAIL_PROVIDERS: providerList.describe(
    'names of e-mail providers in order of preference, such as "inbox"; one may have a share, as in "acs,smtp=5%"',
  ),
  TOKEN_ISSUERS: jsonSetting(z.array(issuer)).describe(
    'a JSON list of issuer URLs, or of {"issuer", "jwksUrl", "audience"} objects; https except on loopback',
  ),
  OPERATOR_TOKEN_ISSUERS: jsonSetting(z.array(operatorIssuer)).describe(
    'a JSON list as in TOKEN_ISSUERS, whose tokens may carry straks:operator, or of {"cloudflareAccess", "audience"} objects',
  ),
  ORGANIZATION_CODES: organizationCodes.describe('pairs such as "991825827=digdir", separated by commas, or empty'),
  RECEIPT_GRACE_SECONDS: wholeNumber(0, 86_400).describe('a whole number of seconds from 0 to 86400'),
  BOUNCE_GRACE_SECONDS: wholeNumber(0, 432_000).describe('a whole number of seconds from 0 to 432000 (five days)'),
  RETENTION_DAYS: wholeNumber(1, 3_650).describe('a whole number of days from 1 to 3650'),
  DEFAULT_SMS_SENDER: z.string().min(1).max(11).describe('a sender name of at most 11 characters'),
  DEFAULT_EMAIL_SENDER: z
    .string()
    .refine((written) => parseEmailAddress(written).ok)
    .describe('an e-mail address'),
  PUBLIC_URL: z
    .string()
    .refine((url) => URL.canParse(url) && /^https?:/.test(url))
    .transform((url) => url.replace(/\/+$/, ''))
    .describe('the http(s) URL that clients reach this service at'),
  NOTIFICATION_DELAY_SECONDS: seconds().describe(SECONDS),
  REMINDER_DELAY_SECONDS: seconds().describe(SECONDS),
  SMS_WINDOW: sendWindow.describe('two times of day such as "09:00-17:00"; "00:00-24:00" is always'),
  EMAIL_WINDOW: sendWindow.describe('two times of day as in SMS_WINDOW, for e-mail that waits for the day'),
  SMS_WINDOW_TIME_ZONE: timeZone.describe('the name of a time zone such as "Europe/Oslo"'),
  SMS_ALLOW_LIST: allowList.describe('telephone numbers such as "+4799999999", separated by commas, or empty'),
  SMS_SENDERS: jsonSetting(smsSenderSettings).describe(
    'a JSON object of country codes, each with the numbers that stand in for senders of letters there, by organisation, such as {"358": {"default": "+4799999999", "ttd": "12345"}}; `{}` for none',
  ),
  FENCES: jsonSetting(fenceSettings).describe(
    'a JSON object with a `default` entry and entries of organisations, each with some of `perMinute`, `perDay`, `perRecipient` and `smsCountries`; `{}` is no fence',
  ),
  REGISTER: z.enum(['embedded', 'altinn']).describe('embedded or altinn'),
  CORRESPONDENCE_READERS: z.enum(['recipient', 'anyone-with-scope']).describe('recipient or anyone-with-scope'),
  OBJECT_JURISDICTION: z.enum(['none', 'eu']).describe('none or eu'),
})

/** What is a secret, and so not in `wrangler.toml`. */
export const Secrets = z.object({
  CONTENT_KEYS: jsonSetting(contentKeys)
    .optional()
    .describe('a JSON list of {"id", "key"} objects, each key 32 bytes in base64, the newest first'),
})

/** Each setting's name and how it is written: what the configuration page's table is made of. */
export const SETTING_FORMATS: readonly (readonly [string, string])[] = Object.entries(Settings.shape).map(
  ([name, schema]) => [name, schema.description ?? ''],
)

/** Where in a JSON setting something is wrong, in brackets. Of secrets it is not told: their names may be values by mistake. */
function placeOf(issue: z.core.$ZodIssue): string {
  const [, ...names] = issue.path
  const steps = [...names, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])]
  const place = toDottedPath(steps.map((step) => (typeof step === 'number' ? step : String(step))))
  return place === '' ? '' : ` (${place})`
}

/**
 * Parses settings, or throws a sentence that names each that is missing or malformed. A provider's own are parsed with
 * this too, and only where it is selected.
 *
 * @throws ConfigurationError
 */
export function parseSettings<Schema extends z.ZodObject>(schema: Schema, source: unknown): z.output<Schema> {
  const parsed = schema.safeParse(source)
  if (parsed.success) return parsed.data
  const wrong = new Map(parsed.error.issues.toReversed().map((issue) => [String(issue.path[0]), issue]))
  const sentences = Object.entries(schema.shape).flatMap(([name, format]) => {
    const issue = wrong.get(name)
    if (!issue) return []
    const place = Object.hasOwn(Settings.shape, name) ? placeOf(issue) : ''
    return `The setting ${name} is missing or malformed${place}: it must be ${z.globalRegistry.get(format)?.description}.`
  })
  throw new ConfigurationError(sentences.join(' '))
}

/**
 * Parses all settings of the service.
 *
 * @throws ConfigurationError
 */
export function parseConfig(source: unknown): Config {
  const settings = parseSettings(Settings, source)
  const { CONTENT_KEYS } = parseSettings(Secrets, source)
  const smsProviders = settings.SMS_PROVIDERS.map(({ name }) => name)
  const emailProviders = settings.EMAIL_PROVIDERS.map(({ name }) => name)
  refuseExamples({ ...settings, SMS_PROVIDERS: smsProviders, EMAIL_PROVIDERS: emailProviders, CONTENT_KEYS })
  return {
    environment: settings.ENVIRONMENT,
    smsProviders,
    emailProviders,
    providerShares: { sms: sharesIn(settings.SMS_PROVIDERS), email: sharesIn(settings.EMAIL_PROVIDERS) },
    tokenIssuers: settings.TOKEN_ISSUERS,
    operatorTokenIssuers: settings.OPERATOR_TOKEN_ISSUERS,
    organizationCodes: settings.ORGANIZATION_CODES,
    receiptGraceSeconds: settings.RECEIPT_GRACE_SECONDS,
    bounceGraceSeconds: settings.BOUNCE_GRACE_SECONDS,
    retentionDays: settings.RETENTION_DAYS,
    defaultSenders: { sms: settings.DEFAULT_SMS_SENDER, email: settings.DEFAULT_EMAIL_SENDER },
    publicUrl: settings.PUBLIC_URL,
    notificationDelaySeconds: settings.NOTIFICATION_DELAY_SECONDS,
    reminderDelaySeconds: settings.REMINDER_DELAY_SECONDS,
    windows: {
      sms: readWindow(settings.SMS_WINDOW, settings.SMS_WINDOW_TIME_ZONE),
      email: readWindow(settings.EMAIL_WINDOW, settings.SMS_WINDOW_TIME_ZONE),
    },
    smsAllowList: settings.SMS_ALLOW_LIST,
    smsSenders: settings.SMS_SENDERS,
    fences: settings.FENCES,
    contentKeys: CONTENT_KEYS,
    register: settings.REGISTER,
    correspondenceReaders: settings.CORRESPONDENCE_READERS,
  }
}

function readWindow(window: string, timeZone: string): SendWindow {
  const read = parseSendWindow(window, timeZone)
  if (!read) throw new Error('The settings accepted a send window that cannot be read')
  return read
}

/** Whether this is a service to develop with: only there do the entry for development's routes and issuer exist. */
export const isDevelopment = ({ ENVIRONMENT }: Env): boolean => ENVIRONMENT === 'development' || ENVIRONMENT === 'test'

/** Where the platform must keep objects; asked for each of them, so without parsing anything else. */
export const jurisdictionOf = ({ OBJECT_JURISDICTION }: Env): 'eu' | undefined =>
  OBJECT_JURISDICTION === 'eu' ? 'eu' : undefined
