import type { Words } from '@straks/shared'

/** What the phone and the mail client say. */
export const MESSAGE_WORDS = {
  phone: { en: 'Phone', nb: 'Telefon', nn: 'Telefon' },
  conversations: { en: 'Conversations', nb: 'Samtaler', nn: 'Samtalar' },
  noSms: { en: 'No SMS yet', nb: 'Ingen SMS ennå', nn: 'Ingen SMS enno' },
  noSmsText: {
    en: 'A phone lights up here for every number that receives one.',
    nb: 'Her lyser det opp en telefon for hvert nummer som får en.',
    nn: 'Her lyser det opp ein telefon for kvart nummer som får ein.',
  },
  size: { en: '{parts} SMS', nb: '{parts} SMS', nn: '{parts} SMS' },
  capacity: {
    en: '{units} of {capacity} characters used',
    nb: '{units} av {capacity} tegn brukt',
    nn: '{units} av {capacity} teikn brukte',
  },
  copyCode: { en: 'Copy {code}', nb: 'Kopier {code}', nn: 'Kopier {code}' },
  mail: { en: 'E-mail', nb: 'E-post', nn: 'E-post' },
  mails: { en: 'Mails', nb: 'E-poster', nn: 'E-postar' },
  noMail: { en: 'No e-mail yet', nb: 'Ingen e-post ennå', nn: 'Ingen e-post enno' },
  from: { en: 'From', nb: 'Fra', nn: 'Frå' },
  to: { en: 'To', nb: 'Til', nn: 'Til' },
  received: { en: 'Received', nb: 'Mottatt', nn: 'Motteken' },
  noSubject: { en: '(no subject)', nb: '(uten emne)', nn: '(utan emne)' },
  views: { en: 'Show as', nb: 'Vis som', nn: 'Vis som' },
  plainText: { en: 'Plain text', nb: 'Ren tekst', nn: 'Rein tekst' },
  frame: { en: 'The mail as HTML', nb: 'E-posten som HTML', nn: 'E-posten som HTML' },
  sealed: {
    en: 'Shown sealed: nothing is loaded, nothing runs, links lead nowhere.',
    nb: 'Vises forseglet: ingenting lastes, ingenting kjøres, lenker fører ingen steder.',
    nn: 'Blir vist forsegla: ingenting blir lasta, ingenting køyrer, lenkjer fører ingen stader.',
  },
  hasFailed: { en: 'has failed messages', nb: 'har mislykkede meldinger', nn: 'har mislukka meldingar' },
  unread: { en: 'new', nb: 'ny', nn: 'ny' },
  simulated: {
    en: 'Kept here: the number is not on the allow list.',
    nb: 'Holdt tilbake her: nummeret står ikke på listen over tillatte.',
    nn: 'Halden tilbake her: nummeret står ikkje på lista over tillatne.',
  },
  timeline: { en: 'Timeline', nb: 'Tidslinje', nn: 'Tidslinje' },
  newest: {
    en: 'The newest {count} messages are shown.',
    nb: 'De nyeste {count} meldingene vises.',
    nn: 'Dei nyaste {count} meldingane er viste.',
  },
  newSms: {
    en: 'New SMS from {from} to {to}',
    nb: 'Ny SMS fra {from} til {to}',
    nn: 'Ny SMS frå {from} til {to}',
  },
  newMail: {
    en: 'New e-mail from {from}: {subject}',
    nb: 'Ny e-post fra {from}: {subject}',
    nn: 'Ny e-post frå {from}: {subject}',
  },
} satisfies Record<string, Words>
