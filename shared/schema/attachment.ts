import * as z from 'zod'
import { words } from '#words'
import { MEMBER_MAX_UNITS, MESSAGE_MAX_UNITS } from '../limits.ts'
import { once } from '../once.ts'
import { part } from './field.ts'

/** Members of an attachment that have no effect here. docs/altinn/correspondence.md §1.1. */
export const PASSED_OVER_IN_ATTACHMENT = ['dataLocationType', 'dataType', 'expirationInDays', 'expirationTime']

/** What a sender says of an attachment. */
export const attachmentMembers = () => ({
  fileName: z
    .string()
    .max(MEMBER_MAX_UNITS.name)
    .meta({ description: words(() => 'The name of its file.') })
    .optional(),
  displayName: z
    .string()
    .max(MEMBER_MAX_UNITS.name)
    .meta({ description: words(() => 'Its name as the recipient sees it.') })
    .optional(),
  sendersReference: z
    .string()
    .max(MEMBER_MAX_UNITS.reference)
    .meta({ description: words(() => 'Your own reference for it.') })
    .optional(),
  checksum: z
    .string()
    .max(MEMBER_MAX_UNITS.name)
    .meta({
      description: words(() => 'The MD5 checksum of its file: 32 hexadecimal digits in lower case. Left out: any.'),
    })
    .optional(),
  isEncrypted: z
    .boolean()
    .meta({ description: words(() => 'Whether its file is encrypted.') })
    .optional(),
})

/** The body that initialises an attachment. docs/altinn/correspondence.md §8. */
export const attachmentRequestSchema = once(() =>
  part(
    z
      .object({
        resourceId: z
          .string()
          .min(1)
          .max(MESSAGE_MAX_UNITS.resourceId)
          .meta({ description: words(() => 'The resource that it belongs to.') }),
        ...attachmentMembers(),
        sendersReference: z
          .string()
          .min(1)
          .max(MEMBER_MAX_UNITS.reference)
          .meta({ description: words(() => 'Your own reference for it.') }),
      })
      .meta({
        id: 'AttachmentRequest',
        description: words(() => 'An attachment, whose file is uploaded next.'),
        examples: [
          {
            resourceId: 'example',
            fileName: 'vedtak.pdf',
            displayName: 'Vedtak',
            sendersReference: 'case-2026-1234',
            checksum: 'd41d8cd98f00b204e9800998ecf8427e',
          },
        ],
      }),
    'attachment',
    [...PASSED_OVER_IN_ATTACHMENT, 'name', 'restrictionName', 'sender'],
  ),
)
