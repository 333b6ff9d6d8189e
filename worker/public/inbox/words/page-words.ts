import type { Words } from '@straks/shared'

/** What the page says about itself. */
export const PAGE_WORDS = {
  title: { en: 'Straks inbox', nb: 'Straks innboks', nn: 'Straks innboks' },
  inbox: { en: 'inbox', nb: 'innboks', nn: 'innboks' },
  empty: { en: 'Empty inbox', nb: 'Tøm innboksen', nn: 'Tøm innboksen' },
  emptied: { en: 'The inbox is empty.', nb: 'Innboksen er tom.', nn: 'Innboksen er tom.' },
  emptyFailed: {
    en: 'The inbox could not be emptied. Is the server still running?',
    nb: 'Innboksen lot seg ikke tømme. Kjører tjeneren fortsatt?',
    nn: 'Innboksen let seg ikkje tøme. Køyrer tenaren framleis?',
  },
  connecting: { en: 'Connecting', nb: 'Kobler til', nn: 'Koplar til' },
  live: { en: 'Live', nb: 'Direkte', nn: 'Direkte' },
  troubleTitle: {
    en: 'The inbox cannot be read',
    nb: 'Innboksen kan ikke leses',
    nn: 'Innboksen kan ikkje lesast',
  },
  troubleText: {
    en: 'The server at {address} did not answer as it should. Start it with npm start; this page goes on by itself as soon as it is back.',
    nb: 'Tjeneren på {address} svarte ikke som den skal. Start den med npm start; siden fortsetter av seg selv når den er tilbake.',
    nn: 'Tenaren på {address} svarte ikkje som han skal. Start han med npm start; sida held fram av seg sjølv når han er tilbake.',
  },
  firstTitle: {
    en: 'Send the first message',
    nb: 'Send den første meldingen',
    nn: 'Send den første meldinga',
  },
  firstText: {
    en: 'It shows up here the moment it is sent.',
    nb: 'Den dukker opp her i det øyeblikket den sendes.',
    nn: 'Ho dukkar opp her i same stund ho blir sendt.',
  },
  firstCommand: { en: 'In a terminal', nb: 'I en terminal', nn: 'I ein terminal' },
  orHere: {
    en: 'Or let this page send an SMS and an e-mail to itself.',
    nb: 'Eller la denne siden sende en SMS og en e-post til seg selv.',
    nn: 'Eller la denne sida sende ein SMS og ein e-post til seg sjølv.',
  },
  sendExample: { en: 'Send an example', nb: 'Send et eksempel', nn: 'Send eit døme' },
  sendFailed: {
    en: 'The example was not sent: the server answered {status}.',
    nb: 'Eksempelet ble ikke sendt: tjeneren svarte {status}.',
    nn: 'Dømet blei ikkje sendt: tenaren svarte {status}.',
  },
  noAnswer: { en: 'nothing', nb: 'ingenting', nn: 'ingenting' },
} satisfies Record<string, Words>
