import * as z from 'zod'
import { words } from '#words'
import { LIST_MAX_COUNTS, MEMBER_MAX_UNITS } from '../limits.ts'
import { field, type ObjectRole, part } from './field.ts'

const EMPTY_IS_ABSENT = { emptyIsAbsent: true } as const

/** docs/altinn/correspondence.md §2.2 */
const PASSED_OVER = ['isReserved']

/**
 * Someone who is notified in addition to, or instead of, the message's recipient: exactly one identifier.
 * docs/altinn/correspondence.md §2.2.
 */
const customRecipient = (role: ObjectRole, more: { readonly deprecated?: true } = {}) =>
  part(
    z
      .object({
        organizationNumber: field(
          z
            .string()
            .max(MEMBER_MAX_UNITS.name)
            .meta({
              description: words(() => 'An organisation number: 9 digits, or `0192:` or a URN before them.'),
              examples: ['991825827'],
            }),
          'organization-number',
          EMPTY_IS_ABSENT,
        ).optional(),
        nationalIdentityNumber: field(
          z
            .string()
            .max(MEMBER_MAX_UNITS.name)
            .meta({ description: words(() => 'The 11 digits of a national identity number or D-number.') }),
          'national-identity-number',
          EMPTY_IS_ABSENT,
        ).optional(),
        mobileNumber: field(
          z
            .string()
            .max(MEMBER_MAX_UNITS.phoneNumber)
            .meta({
              description: words(
                () =>
                  'A mobile number with its country code: `+` or `00` first. Eight digits that begin with 4 or 9 are Norwegian.',
              ),
              examples: ['+4799999999'],
            }),
          'phone-number',
          EMPTY_IS_ABSENT,
        ).optional(),
        emailAddress: field(
          z
            .string()
            .max(MEMBER_MAX_UNITS.emailAddress)
            .meta({ description: words(() => 'An e-mail address.'), examples: ['ola.nordmann@example.com'] }),
          'email-address',
          EMPTY_IS_ABSENT,
        ).optional(),
      })
      .meta({ description: words(() => 'Someone to notify: exactly one of the four identifiers.'), ...more }),
    role,
    PASSED_OVER,
  )

/**
 * The members of a notification that list custom recipients: today's and the two that came before.
 * docs/altinn/correspondence.md §2.2.
 */
export const customRecipientMembers = () => ({
  customRecipients: z
    .array(customRecipient('custom-recipient'))
    .max(LIST_MAX_COUNTS.customRecipients)
    .meta({ description: words(() => 'Others to notify, in addition to the recipient of the message.') })
    .optional(),
  customRecipient: customRecipient('deprecated-custom-recipient', { deprecated: true }).optional(),
  customNotificationRecipients: z
    .array(
      z.object({
        recipientToOverride: z
          .string()
          .max(MEMBER_MAX_UNITS.name)
          .meta({ description: words(() => 'Not used, and required.') }),
        recipients: z.array(customRecipient('overriding-custom-recipient')).max(LIST_MAX_COUNTS.customRecipients),
      }),
    )
    .max(LIST_MAX_COUNTS.customNotificationRecipients)
    .meta({
      description: words(() => 'Only the first element is used. Deprecated: use `customRecipients`.'),
      deprecated: true,
    })
    .optional(),
})
