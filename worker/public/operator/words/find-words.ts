import type { Words } from '@straks/shared'

/** What *Find* says. */
export const FIND_WORDS = {
  title: { en: 'Find messages', nb: 'Finn meldinger', nn: 'Finn meldingar' },
  recipientHint: {
    en: 'Number, address, national identity number or organisation number',
    nb: 'Nummer, adresse, fødselsnummer eller organisasjonsnummer',
    nn: 'Nummer, adresse, fødselsnummer eller organisasjonsnummer',
  },
  idempotencyId: { en: 'Idempotency key', nb: 'Idempotensnøkkel', nn: 'Idempotensnøkkel' },
  anyState: { en: 'Any', nb: 'Alle', nn: 'Alle' },
  unfinished: { en: 'Under way', nb: 'Underveis', nn: 'Undervegs' },
  uncertain: { en: 'A provider may have it', nb: 'En leverandør kan ha den', nn: 'Ein leverandør kan ha ho' },
  dead: { en: 'Dead letter', nb: 'Kunne ikke behandles', nn: 'Kunne ikkje behandlast' },
  failed: { en: 'Failed', nb: 'Mislyktes', nn: 'Mislukkast' },
  delivered: { en: 'Delivered', nb: 'Levert', nn: 'Levert' },
  search: { en: 'Search', nb: 'Søk', nn: 'Søk' },
  open: { en: 'Open', nb: 'Åpne', nn: 'Opne' },
  byId: { en: 'Open a shipment by its id', nb: 'Åpne en forsendelse med id-en', nn: 'Opne ei forsending med id-en' },
  noId: {
    en: 'That is no shipment’s id.',
    nb: 'Det er ikke id-en til en forsendelse.',
    nn: 'Det er ikkje id-en til ei forsending.',
  },
  results: { en: 'Found', nb: 'Funnet', nn: 'Funne' },
  found: {
    en: '{count:message|messages} found',
    nb: '{count:melding|meldinger} funnet',
    nn: '{count:melding|meldingar} funne',
  },
  nothing: {
    en: 'Nothing found. It was never accepted, has been erased, or is older than what is kept.',
    nb: 'Ingenting funnet. Den ble aldri mottatt, er slettet, eller er eldre enn det som oppbevares.',
    nn: 'Ingenting funne. Ho blei aldri motteken, er sletta, eller er eldre enn det som blir teke vare på.',
  },
  erasedRecipient: { en: 'erased', nb: 'slettet', nn: 'sletta' },
} as const satisfies Record<string, Words>
