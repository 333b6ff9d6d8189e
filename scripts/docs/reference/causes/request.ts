import type { Cause } from './cause.ts'

/** Refusals of how a request is written. */
export const REQUEST_CAUSES = {
  'route-unknown': {
    cause: {
      en: 'The API has no such path.',
      nb: 'API-et har ingen slik sti.',
      nn: 'API-et har ingen slik stig.',
    },
    remedy: {
      en: 'Compare the path with the operations in this documentation.',
      nb: 'Sammenlign stien med operasjonene i denne dokumentasjonen.',
      nn: 'Samanlikn stigen med operasjonane i denne dokumentasjonen.',
    },
  },
  'address-too-long': {
    cause: {
      en: 'The path with its query is longer than the service reads.',
      nb: 'Stien med spørringen er lengre enn tjenesten leser.',
      nn: 'Stigen med spørjinga er lengre enn tenesta les.',
    },
    remedy: {
      en: 'Shorten the values in the query: a reference or an id has a limit of its own.',
      nb: 'Kort ned verdiene i spørringen: en referanse eller en id har en egen grense.',
      nn: 'Kort ned verdiane i spørjinga: ein referanse eller ein id har ei eiga grense.',
    },
  },
  'method-not-allowed': {
    cause: {
      en: 'The path exists, but takes other methods.',
      nb: 'Stien finnes, men tar imot andre metoder.',
      nn: 'Stigen finst, men tek imot andre metodar.',
    },
    remedy: {
      en: 'Use one of the methods in `Allow`.',
      nb: 'Bruk en av metodene i `Allow`.',
      nn: 'Bruk ein av metodane i `Allow`.',
    },
  },
  'content-type-unsupported': {
    cause: {
      en: 'The body has another media type than the operation takes.',
      nb: 'Forespørselen har en annen medietype enn operasjonen tar imot.',
      nn: 'Førespurnaden har ein annan medietype enn operasjonen tek imot.',
    },
    remedy: {
      en: 'Send the `Content-Type` that `Accept` names.',
      nb: 'Send den `Content-Type` som `Accept` oppgir.',
      nn: 'Send den `Content-Type` som `Accept` oppgir.',
    },
  },
  'body-too-large': {
    cause: {
      en: 'The body is larger than the operation takes.',
      nb: 'Forespørselen er større enn operasjonen tar imot.',
      nn: 'Førespurnaden er større enn operasjonen tek imot.',
    },
    remedy: {
      en: 'Shorten the text, or send several requests.',
      nb: 'Kort ned teksten, eller send flere forespørsler.',
      nn: 'Kort ned teksten, eller send fleire førespurnader.',
    },
  },
  'body-incomplete': {
    cause: {
      en: 'The body, or the next part of a file, took longer than 30 seconds, or the connection broke.',
      nb: 'Forespørselen, eller neste del av en fil, brukte mer enn 30 sekunder, eller forbindelsen ble brutt.',
      nn: 'Førespurnaden, eller neste del av ei fil, brukte meir enn 30 sekund, eller sambandet vart brote.',
    },
    remedy: {
      en: 'Send the request again with the same idempotency key, over a connection that is fast enough.',
      nb: 'Send forespørselen på nytt med samme idempotensnøkkel, over en forbindelse som er rask nok.',
      nn: 'Send førespurnaden på nytt med same idempotensnøkkel, over eit samband som er raskt nok.',
    },
  },
} as const satisfies Readonly<Record<string, Cause>>
