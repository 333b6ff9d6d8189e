import * as z from 'zod'
import { secureUrl } from '../../platform/secure-url.ts'

/** The address of a service; without the slash at its end. */
export const serviceUrl = secureUrl.transform((url) => url.replace(/\/+$/, ''))

/** A secret as it can stand in a header. */
export const secret = z
  .string()
  .min(1)
  .regex(/^[^\p{Cc}]*$/u)
