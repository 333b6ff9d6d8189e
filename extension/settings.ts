import { LANGUAGES, limits } from '@straks/shared'
import * as z from 'zod'
import { PROFILES, RULE_LEVELS } from './lint/options.ts'
import { ENVIRONMENTS, SmsCountries, Window } from './lint/service-settings.ts'

/** Where the inbox of `npm start` listens unless told otherwise. */
const DEFAULT_INBOX_URL = 'http://127.0.0.1:8787'

/** The settings under `straks`, as an editor hands them over. A test holds them equal to the manifest. */
export const EditorSettings = z.object({
  enable: z.boolean().default(true).catch(true),
  language: z
    .enum(['auto', ...LANGUAGES])
    .default('auto')
    .catch('auto'),
  profile: z.enum(PROFILES).default('recommended').catch('recommended'),
  environment: z.enum(ENVIRONMENTS).default('production').catch('production'),
  smsWindow: Window.default(limits.SMS_WINDOW).catch(limits.SMS_WINDOW),
  emailWindow: Window.default(limits.EMAIL_WINDOW).catch(limits.EMAIL_WINDOW),
  smsCountries: SmsCountries.default([]).catch([]),
  rules: z.record(z.string(), z.enum(RULE_LEVELS)).default({}).catch({}),
  inlayHints: z.boolean().default(true).catch(true),
  codeLens: z.boolean().default(true).catch(true),
  inboxUrl: z.url().default(DEFAULT_INBOX_URL).catch(DEFAULT_INBOX_URL),
})

export type EditorSettings = z.output<typeof EditorSettings>

/** Reads settings from whatever an editor sent. A value that is no use counts as left out. */
export const readSettings = (value: unknown): EditorSettings =>
  EditorSettings.parse(typeof value === 'object' && value !== null ? value : {})
