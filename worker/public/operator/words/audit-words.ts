import type { Words } from '@straks/shared'

/** What *Audit* says. */
export const AUDIT_WORDS = {
  title: { en: 'What operators did', nb: 'Hva operatører har gjort', nn: 'Kva operatørar har gjort' },
  hint: {
    en: 'The newest first. Entries are kept for two years and name no recipient.',
    nb: 'De nyeste først. Oppføringene oppbevares i to år og navngir ingen mottaker.',
    nn: 'Dei nyaste først. Oppføringane blir tekne vare på i to år og namngir ingen mottakar.',
  },
  at: { en: 'When', nb: 'Når', nn: 'Når' },
  who: { en: 'Who', nb: 'Hvem', nn: 'Kven' },
  action: { en: 'Did', nb: 'Gjorde', nn: 'Gjorde' },
  about: { en: 'About', nb: 'Om', nn: 'Om' },
  details: { en: 'By', nb: 'Etter', nn: 'Etter' },
  outcome: { en: 'Outcome', nb: 'Utfall', nn: 'Utfall' },
  noOutcome: { en: 'cut off, or under way', nb: 'avbrutt, eller underveis', nn: 'avbroten, eller undervegs' },
  nothing: { en: 'No entries yet.', nb: 'Ingen oppføringer ennå.', nn: 'Ingen oppføringar enno.' },
  find: { en: 'searched', nb: 'søkte', nn: 'søkte' },
  look: { en: 'looked', nb: 'så', nn: 'såg' },
  redrive: { en: 'tried again', nb: 'prøvde på nytt', nn: 'prøvde på nytt' },
  'redrive-all': { en: 'tried many again', nb: 'prøvde mange på nytt', nn: 'prøvde mange på nytt' },
  'give-up': { en: 'gave up', nb: 'ga opp', nn: 'gav opp' },
  cancel: { en: 'cancelled', nb: 'kansellerte', nn: 'kansellerte' },
  erase: { en: 'erased', nb: 'slettet', nn: 'sletta' },
  pause: { en: 'paused', nb: 'satte på pause', nn: 'sette på pause' },
  resume: { en: 'resumed', nb: 'tok i bruk igjen', nn: 'tok i bruk att' },
  suppress: { en: 'suppressed', nb: 'sperret', nn: 'sperra' },
  lift: { en: 'lifted a suppression', nb: 'opphevet en sperring', nn: 'oppheva ei sperring' },
  'erase-again': { en: 'erased again', nb: 'slettet på nytt', nn: 'sletta på nytt' },
} as const satisfies Record<string, Words>
