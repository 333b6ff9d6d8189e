import type { Words } from '@straks/shared'

/** The short words that hovers and previews are made of. */
export const HOVER_WORDS = {
  required: { en: 'required', nb: 'påkrevd', nn: 'påkravd' },
  optional: { en: 'optional', nb: 'valgfritt', nn: 'valfritt' },
  example: { en: 'Example', nb: 'Eksempel', nn: 'Døme' },
  left: { en: '{count} left', nb: '{count} igjen', nn: '{count} att' },
  outside: { en: 'Outside GSM-7: {characters}', nb: 'Utenfor GSM-7: {characters}', nn: 'Utanfor GSM-7: {characters}' },
  sample: {
    en: 'Names are samples.',
    nb: 'Navnene er eksempler.',
    nn: 'Namna er døme.',
  },
  plain: { en: 'As plain text', nb: 'Som ren tekst', nn: 'Som rein tekst' },
} satisfies Record<string, Words>
