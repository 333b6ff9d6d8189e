import * as z from 'zod'
import { words } from '#words'
import { LIST_MAX_COUNTS, MEMBER_MAX_UNITS } from '../limits.ts'
import { field, part } from './field.ts'

const EMPTY_IS_ABSENT = { emptyIsAbsent: true } as const

/** docs/altinn/notifications.md §2.2 */
const PASSED_OVER = ['isReserved']

const text = (most: number, description: string, example: string) =>
  z
    .string()
    .max(most)
    .meta({ description, examples: [example] })

/** One of several recipients. An empty text is as good as none. docs/altinn/notifications.md §2.2. */
const listedRecipient = () =>
  part(
    z
      .object({
        emailAddress: field(
          text(MEMBER_MAX_UNITS.emailAddress, 'An e-mail address.', 'ola.nordmann@example.com'),
          'email-address',
          EMPTY_IS_ABSENT,
        ).optional(),
        mobileNumber: field(
          text(
            MEMBER_MAX_UNITS.phoneNumber,
            'A mobile number with its country code: `+` or `00` first.',
            '+4799999999',
          ),
          'phone-number',
          EMPTY_IS_ABSENT,
        ).optional(),
        nationalIdentityNumber: field(
          text(
            MEMBER_MAX_UNITS.name,
            'The 11 digits of the national identity number or D-number of a person, whose address is looked up.',
            '11876995923',
          ),
          'national-identity-number',
          EMPTY_IS_ABSENT,
        ).optional(),
        organizationNumber: field(
          text(
            MEMBER_MAX_UNITS.name,
            'The 9 digits of the number of an organisation, whose addresses are looked up.',
            '991825827',
          ),
          'organization-number',
          EMPTY_IS_ABSENT,
        ).optional(),
      })
      .meta({ description: words(() => 'A person, an organisation, or an address in each channel.') }),
    'listed-recipient',
    PASSED_OVER,
  )

/** The recipients of an order to several. */
export const recipients = () =>
  z
    .array(listedRecipient())
    .max(LIST_MAX_COUNTS.recipients)
    .meta({
      description: words(() => `Who receives the message: 1 to ${LIST_MAX_COUNTS.recipients} recipients.`),
      minItems: 1,
    })
