import * as z from 'zod'
import { field, type ObjectRole, part } from './field.ts'

const EMPTY_IS_ABSENT = { emptyIsAbsent: true } as const

/** Someone who is notified besides, or instead of, the message's recipient: exactly one identifier. Seed 004. */
const customRecipient = (role: ObjectRole, more: { readonly deprecated?: true } = {}) =>
  part(
    z
      .object({
        organizationNumber: field(
          z.string().meta({
            description: 'An organisation number: 9 digits, or `0192:` or a URN before them.',
            examples: ['991825827'],
          }),
          'organization-number',
          EMPTY_IS_ABSENT,
        ).optional(),
        nationalIdentityNumber: field(
          z.string().meta({ description: 'The 11 digits of a national identity number or D-number.' }),
          'national-identity-number',
          EMPTY_IS_ABSENT,
        ).optional(),
        mobileNumber: field(
          z.string().meta({
            description:
              'A mobile number with its country code: `+` or `00` first. Eight digits that begin with 4 or 9 are Norwegian.',
            examples: ['+4799999999'],
          }),
          'phone-number',
          EMPTY_IS_ABSENT,
        ).optional(),
        emailAddress: field(
          z.string().meta({ description: 'An e-mail address.', examples: ['ola.nordmann@example.com'] }),
          'email-address',
          EMPTY_IS_ABSENT,
        ).optional(),
      })
      .meta({ description: 'Someone to notify: exactly one of the four identifiers.', ...more }),
    role,
  )

/** The members of a notification that list custom recipients: today's and the two that came before. Seed 004. */
export const customRecipientMembers = () => ({
  customRecipients: z
    .array(customRecipient('custom-recipient'))
    .meta({ description: 'Others to notify, besides the recipient of the message.' })
    .optional(),
  customRecipient: customRecipient('deprecated-custom-recipient', { deprecated: true }).optional(),
  customNotificationRecipients: z
    .array(
      z.object({
        recipientToOverride: z.string().meta({ description: 'Not used.' }).optional(),
        recipients: z.array(customRecipient('overriding-custom-recipient')).optional(),
      }),
    )
    .meta({ description: 'Only the first element is used. Deprecated: use `customRecipients`.', deprecated: true })
    .optional(),
})
