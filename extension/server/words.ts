import type { Words } from '@straks/shared'

/** The short words that hovers and previews are made of. */
export const HOVER_WORDS = {
  required: { en: 'required', nb: 'påkrevd', nn: 'påkravd' },
  optional: { en: 'optional', nb: 'valgfritt', nn: 'valfritt' },
  example: { en: 'Example', nb: 'Eksempel', nn: 'Døme' },
  left: { en: '{count} left', nb: '{count} igjen', nn: '{count} att' },
  outside: { en: 'Outside GSM-7: {characters}', nb: 'Utenfor GSM-7: {characters}', nn: 'Utanfor GSM-7: {characters}' },
  sample: {
    en: 'Names are examples.',
    nb: 'Navnene er eksempler.',
    nn: 'Namna er døme.',
  },
  email: { en: 'E-mail', nb: 'E-post', nn: 'E-post' },
  plain: { en: 'As plain text', nb: 'Som ren tekst', nn: 'Som rein tekst' },
} satisfies Record<string, Words>

/** What stands around a message in a preview. */
export const MESSAGE_WORDS = {
  email: HOVER_WORDS.email,
  reminder: { en: 'reminder', nb: 'revarsel', nn: 'revarsel' },
  from: { en: 'From', nb: 'Fra', nn: 'Frå' },
  to: { en: 'To', nb: 'Til', nn: 'Til' },
  subject: { en: 'Subject', nb: 'Emne', nn: 'Emne' },
  errors: { en: '{count:error|errors}', nb: '{count} feil', nn: '{count} feil' },
} satisfies Record<string, Words>

/** When a message is sent, as hovers and previews tell it. */
export const TIMING_WORDS = {
  now: { en: 'now', nb: 'nå', nn: 'no' },
  atOnce: { en: 'At once', nb: 'Straks', nn: 'Straks' },
  afterPublication: {
    en: '{minutes:minute|minutes} after publication (published: {published})',
    nb: '{minutes:minutt|minutter} etter publisering (publiseres: {published})',
    nn: '{minutes} minutt etter publisering (blir publisert: {published})',
  },
  reminder: {
    en: 'Reminder: {production:day|days} later ({test:day|days} in test environments) if the message is unread',
    nb: 'Revarsel: {production:dag|dager} senere ({test:dag|dager} i testmiljøer) hvis meldingen er ulest',
    nn: 'Revarsel: {production:dag|dagar} seinare ({test:dag|dagar} i testmiljø) om meldinga er ulesen',
  },
  reminderInTest: {
    en: 'Reminder: {test:day|days} later ({production:day|days} in production) if the message is unread',
    nb: 'Revarsel: {test:dag|dager} senere ({production:dag|dager} i produksjon) hvis meldingen er ulest',
    nn: 'Revarsel: {test:dag|dagar} seinare ({production:dag|dagar} i produksjon) om meldinga er ulesen',
  },
  reminderPrefix: { en: 'Reminder: {when}', nb: 'Revarsel: {when}', nn: 'Revarsel: {when}' },
  daysLater: {
    en: '{days} × 24 hours after the first message',
    nb: '{days} × 24 timer etter den første meldingen',
    nn: '{days} × 24 timar etter den første meldinga',
  },
  smsHours: {
    en: 'SMS goes out {hours} Oslo time',
    nb: 'SMS sendes kl. {hours} norsk tid',
    nn: 'SMS blir send kl. {hours} norsk tid',
  },
  emailHours: {
    en: 'E-mail goes out {hours} Oslo time',
    nb: 'E-post sendes kl. {hours} norsk tid',
    nn: 'E-post blir send kl. {hours} norsk tid',
  },
  byDefault: { en: '{hours} by default', nb: '{hours} som standard', nn: '{hours} som standard' },
  elseSms: {
    en: 'only where there is no e-mail address',
    nb: 'bare der det ikke finnes en e-postadresse',
    nn: 'berre der det ikkje finst ei e-postadresse',
  },
  elseEmail: {
    en: 'only where there is no mobile number',
    nb: 'bare der det ikke finnes et mobilnummer',
    nn: 'berre der det ikkje finst eit mobilnummer',
  },
} satisfies Record<string, Words>
