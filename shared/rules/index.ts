// Written by `npm run generate` from the files of this folder.
import type { Rule } from '../rule.ts'
import { emailAddress } from './email-address.ts'
import { malformedText } from './malformed-text.ts'
import { phoneNumber } from './phone-number.ts'
import { requiredText } from './required-text.ts'
import { senderName } from './sender-name.ts'
import { smsParts } from './sms-parts.ts'
import { timeToLive } from './time-to-live.ts'

/** Every rule of the judge, by code. */
export const rules: readonly Rule[] = [
  emailAddress,
  malformedText,
  phoneNumber,
  requiredText,
  senderName,
  smsParts,
  timeToLive,
]
