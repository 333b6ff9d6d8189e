import type { Words } from '@straks/shared'

/** What the page says about itself, and before anyone is signed in. */
export const DESK_WORDS = {
  title: { en: 'Straks operator', nb: 'Straks drift', nn: 'Straks drift' },
  operator: { en: 'operator', nb: 'drift', nn: 'drift' },
  views: { en: 'Views', nb: 'Visninger', nn: 'Visingar' },
  now: { en: 'Now', nb: 'Nå', nn: 'No' },
  find: { en: 'Find', nb: 'Finn', nn: 'Finn' },
  act: { en: 'Act', nb: 'Handle', nn: 'Handle' },
  audit: { en: 'Audit', nb: 'Revisjon', nn: 'Revisjon' },
  signOut: { en: 'Sign out', nb: 'Logg ut', nn: 'Logg ut' },
  signIn: { en: 'Sign in', nb: 'Logg inn', nn: 'Logg inn' },
  signInText: {
    en: 'This page needs a token with the scope {scope}. This tab keeps it until it is closed, and sends it to this service alone.',
    nb: 'Siden trenger et token med scopet {scope}. Fanen beholder det til den lukkes, og sender det bare til denne tjenesten.',
    nn: 'Sida treng eit token med scopet {scope}. Fana held på det til ho blir lukka, og sender det berre til denne tenesta.',
  },
  token: { en: 'Token', nb: 'Token', nn: 'Token' },
  developmentToken: {
    en: 'Get a token for development',
    nb: 'Hent et token for utvikling',
    nn: 'Hent eit token for utvikling',
  },
  noDevelopmentToken: {
    en: 'The service gave no token. Is it still running?',
    nb: 'Tjenesten ga ikke noe token. Kjører den fortsatt?',
    nn: 'Tenesta gav ikkje noko token. Køyrer ho framleis?',
  },
  unauthenticated: {
    en: 'The service does not accept the token (401).',
    nb: 'Tjenesten godtar ikke tokenet (401).',
    nn: 'Tenesta godtek ikkje tokenet (401).',
  },
  forbidden: {
    en: 'The token may not operate the service (403).',
    nb: 'Tokenet gir ikke adgang til drift av tjenesten (403).',
    nn: 'Tokenet gir ikkje tilgang til drift av tenesta (403).',
  },
  wait: { en: 'One moment', nb: 'Et øyeblikk', nn: 'Ein augneblink' },
  refused: { en: '{sentence}', nb: '{sentence}', nn: '{sentence}' },
  more: { en: 'Show more', nb: 'Vis flere', nn: 'Vis fleire' },
  back: { en: 'Back to the list', nb: 'Tilbake til listen', nn: 'Tilbake til lista' },
  all: { en: 'All', nb: 'Alle', nn: 'Alle' },
  cancel: { en: 'Leave it', nb: 'La være', nn: 'La vere' },
  organization: { en: 'Organisation', nb: 'Organisasjon', nn: 'Organisasjon' },
  channel: { en: 'Channel', nb: 'Kanal', nn: 'Kanal' },
  provider: { en: 'Provider', nb: 'Leverandør', nn: 'Leverandør' },
  shipment: { en: 'Shipment', nb: 'Forsendelse', nn: 'Forsending' },
  recipient: { en: 'Recipient', nb: 'Mottaker', nn: 'Mottakar' },
  state: { en: 'State', nb: 'Tilstand', nn: 'Tilstand' },
  sendersReference: { en: 'Sender’s reference', nb: 'Avsenderens referanse', nn: 'Referansen til avsendaren' },
} as const satisfies Record<string, Words>
