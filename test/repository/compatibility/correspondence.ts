import type { Proofs } from './proof.ts'

const STORY = 'process/correspondence-story'
const INITIALISE = 'conformance/correspondence/initialise'
const VALIDATION = 'conformance/correspondence/validation'
const LIFECYCLE = 'conformance/correspondence/lifecycle'
const ATTACHMENTS = 'conformance/correspondence/attachments'
const DIFFERENCES = 'conformance/correspondence/differences'

/** What holds each row of docs/compatibility/correspondence.md. */
export const correspondence: Proofs = {
  '': {
    'from publication to notification': [
      LIFECYCLE,
      'is placed when the message is published, and falls due 5 minutes later',
    ],
    'subject of a notification': [VALIDATION, 'taken at %i characters, refused with the field’s name above'],
    'eight-digit mobile that starts with 4 or 9': [
      'conformance/correspondence/recipients',
      'that is a mobile number may be Norwegian and start with 4',
    ],
    'a message that its sender takes back before publication': [
      STORY,
      'that is deleted before publication is never told of',
    ],
    'condition of its notifications': [
      LIFECYCLE,
      'holds for reminder and main notification as the message is published, read and thrown away',
    ],
    'the reminder of a message that is read; what is not sent yet of one that is thrown away': [
      LIFECYCLE,
      'loses its reminder where the message is read',
    ],
    'a notification that had no address, or is not ordered yet': [
      STORY,
      'to somebody without contact information is published all the same, and the details say so',
    ],
    recipient: ['conformance/correspondence/parties', 'finds nothing that is another’s, and can do nothing to it'],
    'parties, resources, roles': [STORY, 'to somebody nobody knows is published all the same'],
    "custom address that is among the organisation's own": [
      'conformance/correspondence/told-once',
      'is told once, and any other address all the same',
    ],
    'KRR unavailable': [STORY, 'refuses no message and loses no notification: it waits, and then has its names'],
    'attachments in JSON without a file': [
      INITIALISE,
      'that a message only describes are references, with ids of their own',
    ],
    'files of a form that describes no attachments': [ATTACHMENTS, 'stores them, whatever their order'],
    'an upload that failed': [ATTACHMENTS, 'has failed, and takes the right one afterwards'],
    'endings of file names': [DIFFERENCES, 'may have any ending'],
    'a deleted attachment, downloaded by its sender': [ATTACHMENTS, 'that is deleted cannot be downloaded'],
    malware: [ATTACHMENTS, 'is initialised, uploaded, and shown with its status'],
    'an attachment of another organisation': [ATTACHMENTS, 'is its organisation’s own: for another it does not exist'],
    'all files of a message as one archive': [DIFFERENCES, 'are no routes'],
    'names in the texts of notifications': [
      'process/correspondence-texts',
      'says in bokmål what the guide says, first and reminding',
    ],
    'register unavailable when names are needed': [
      'worker/correspondence/reconcile',
      'wait for a register that does not answer, for an hour',
    ],
    'register unavailable while `{{recipientName}}` of a text is looked up': [
      'conformance/correspondence/initialise',
      'has none where the register does not answer',
    ],
    'keyword in other letter case; keyword in the title that `$messageTitle$` becomes': [
      'process/correspondence-texts',
      'are filled in whatever their letter case, in a title too',
    ],
    '`id` of a message in the details': [STORY, 'whose e-mail to %s fails says so: %s'],
    'unknown template': [VALIDATION, '3023: a template of another number'],
    'read again and again by its recipient': ['worker/correspondence/lifecycle', 'is read once, however often'],
    'recipient unknown to the register': [STORY, 'to somebody nobody knows is published all the same'],
    'no address, or none for the reminder': [DIFFERENCES, 'without an address for its reminder keeps its notification'],
    'reading or confirming before fetching': [LIFECYCLE, 'confirming answers with the id'],
    'a message that was thrown away, to its sender': [LIFECYCLE, 'is the sender’s until the message is published'],
    'a sender whose token may also read': [
      'conformance/correspondence/parties',
      'of the sender reads, confirms and purges what it sent',
    ],
    'words of 1030': [INITIALISE, 'as the only recipient stops the message: 422 with its number'],
    'plain text and Markdown of the message (1002, 1003, 1039)': [DIFFERENCES, 'may have markup in its title'],
    'lengths, types and missing members': [VALIDATION, 'lengths and types come before all numbers'],
    'details: channel of a reminder, addresses': [
      'conformance/correspondence/recipients',
      'of a reminder may be another, and is the same where none is given',
    ],
    "numbers of a form's list with a gap: `recipients[0]`, `recipients[2]`": [
      INITIALISE,
      'may leave numbers of a list out: whoever is named gets the message',
    ],
    'size of a form': [ATTACHMENTS, 'may not be larger by its fields'],
    'a used idempotency key (1034)': [
      'conformance/correspondence/parties',
      'is refused with the ids that it has, also for those who came at the same moment',
    ],
    'a message in a dialogue': [INITIALISE, 'make a message of several recipients none of a dialogue'],
    'roles that a confidential message needs, 1044; expiry of attachments, 1050, 1055; 1060, 1061': [
      DIFFERENCES,
      'may be confidential, and have attachments that expire soon',
    ],
    '`allowForwarding`': [INITIALISE, 'is kept and shown'],
    listing: ['conformance/correspondence/listing', 'are listed on behalf of the caller itself, and of no one else'],
    'dialogues, events, forwarding, legacy routes': [DIFFERENCES, 'are no routes'],
  },
}
