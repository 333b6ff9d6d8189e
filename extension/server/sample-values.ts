import { type DocumentKind, parseMessageRecipient } from '@straks/shared'
import { type KeywordValues, SAMPLE_VALUES } from '@straks/shared/text'

type ReadPiece = ReturnType<DocumentKind['read']>

/** The same as `SAMPLE_VALUES` where the recipient is a person, whose number is never put into a text. */
const PERSON_SAMPLE_VALUES: KeywordValues = {
  ...SAMPLE_VALUES,
  correspondenceRecipientName: 'Ola Nordmann',
  recipientName: 'Ola Nordmann',
  recipientNumber: '',
}

/** What a preview fills in: of a person where the text goes to one, or where all recipients of its message are persons. */
export function samplesFor(
  { fields }: Pick<ReadPiece, 'fields'>,
  within?: ReadPiece['texts'][number]['within'],
): KeywordValues {
  if (within?.role === 'recipient-party')
    return within.members.nationalIdentityNumber === undefined ? SAMPLE_VALUES : PERSON_SAMPLE_VALUES
  const recipients = fields.filter(({ role }) => role === 'message-recipient')
  const isPerson = ({ value }: (typeof recipients)[number]): boolean => {
    const parsed = typeof value === 'string' ? parseMessageRecipient(value) : undefined
    return parsed?.ok === true && parsed.value.kind === 'person'
  }
  return recipients.length > 0 && recipients.every(isPerson) ? PERSON_SAMPLE_VALUES : SAMPLE_VALUES
}
