import { parseDayWindow } from '@straks/shared'
import * as z from 'zod'

/** Where requests are sent. Some delays differ between them. */
export const ENVIRONMENTS = ['development', 'test', 'staging', 'production'] as const

/** The longest window, `00:00-24:00`, with room for blanks. */
const WINDOW_MAX_UNITS = 32

const COUNTRIES_MAX = 300

/** When a service sends what waits for the day: two times in Oslo, as its `SMS_WINDOW` and `EMAIL_WINDOW` have them. */
export const Window = z
  .string()
  .max(WINDOW_MAX_UNITS)
  .refine((text) => parseDayWindow(text) !== undefined, {
    error: 'it must be two times of day such as "09:00-17:00"',
  })

/** The countries that a service sends SMS to, as `smsCountries` of its `FENCES` has them: calling codes such as `47`. */
export const SmsCountries = z
  .array(z.string().regex(/^[1-9]\d{0,6}$/, { error: 'it must be a calling code without `+`, such as "47"' }))
  .max(COUNTRIES_MAX)
