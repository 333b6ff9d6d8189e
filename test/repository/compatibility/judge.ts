import type { Proofs } from './proof.ts'

const EXAMPLES = 'shared/rules/examples'
const OVERLONG = ['shared/rules/overlong', 'is refused at %s by %s alone (%s)'] as const
const RECOGNISE = 'shared/documents/recognise'

/** What holds each row of docs/compatibility/judge.md. */
export const judge: Proofs = {
  '': {
    'an empty identifier of a custom recipient': ['shared/rules/custom-recipients', 'takes an empty address for none'],
    'eight-digit mobiles that start with 4 or 9': [
      'shared/rules/custom-recipients',
      'is understood in a custom recipient, with a hint to write its country code',
    ],
    'a text of white space only': ['conformance/orders/bad-orders-to-several', 'a blank subject'],
    'a direct address (e-mail or mobile)': [EXAMPLES, 'has a good and a bad example'],
    '`$recipientName$`, `$recipientNumber$` with a direct address': [
      'shared/rules/custom-recipients',
      'underlines the keyword and points at each address that cannot fill it in',
    ],
    'worst case of a text with keywords': [
      'shared/rules/texts',
      'are measured with the longest names that their keywords can become',
    ],
    'SMS over 16 parts': ['shared/rules/texts', 'may be long: %s up to %i characters, and not one more'],
    links: ['shared/rules/texts', 'must hold no links, which are replaced by the official words'],
    'national identity numbers': ['shared/contact/identifiers', 'is not %j (%s)'],
    'organisation numbers': ['shared/contact/identifiers', 'is read from %s'],
    '`recipients: []`': ['shared/rules/messages', 'to nobody is a piece of one, of which nothing is needed'],
    'a bare `notification` without template, channel and texts': [EXAMPLES, 'has a good and a bad example'],
    'a member that nothing reads': ['shared/rules/unknown-member', '%s is told, and that %s may be meant'],
    'texts alone, such as `emailSubject` and `emailBody`': [RECOGNISE, 'takes for no request: %j'],
    "Altinn's composed e-mail": [RECOGNISE, 'takes for %s: %j'],
    'an empty identifier in `recipients[]` of an order': ['shared/rules/recipient-list', 'by %s reaches %j: %j'],
    '`EmailAndSms` in an order to several': ['shared/rules/recipient-list', 'by %s reaches %j: %j'],
    '`recipients[]` of an order: who may be named how': ['shared/rules/recipient-list', 'by %s reaches %j: %j'],
    '`recipient.recipientSms`': [RECOGNISE, 'takes for %s: %j'],
    'the same custom recipient twice, in any spelling': [EXAMPLES, 'has a good and a bad example'],
  },
  Lengths: {
    '`referenceValue`': OVERLONG,
    'telephone number': OVERLONG,
    'e-mail address': OVERLONG,
    '`conditionEndpoint`': OVERLONG,
    'URNs: message recipient, external identity, `resourceId` of an order': OVERLONG,
    times: OVERLONG,
    UUIDs: OVERLONG,
    'names, numbers and other short words': OVERLONG,
    'texts of notifications; `idempotencyId` and `sendersReference` of orders and instant messages': OVERLONG,
    '`recipients` of an order': ['shared/rules/recipient-list', 'takes 1 to 1,000 recipients'],
    '`customRecipients`, and each list in `customNotificationRecipients`': OVERLONG,
    '`customNotificationRecipients`': OVERLONG,
    '`replyOptions`, `existingAttachments`': OVERLONG,
  },
}
