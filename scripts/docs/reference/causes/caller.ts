import type { Cause } from './cause.ts'

/** Refusals of who calls, and of how often. */
export const CALLER_CAUSES = {
  unauthenticated: {
    cause: {
      en: 'There is no bearer token, or it has expired, has a wrong signature or comes from an issuer that is not trusted.',
      nb: 'Bearer-tokenet mangler, er utløpt, har feil signatur eller kommer fra en utsteder som ikke er klarert.',
      nn: 'Bearer-tokenet manglar, er gått ut, har feil signatur eller kjem frå ein utferdar som ikkje er klarert.',
    },
    remedy: {
      en: 'Get a new token from Maskinporten or Altinn and send it as `Authorization: Bearer …`. `WWW-Authenticate` says what was wrong with it. On your own machine, `POST /dev/token` gives one.',
      nb: 'Hent et nytt token fra Maskinporten eller Altinn og send det som `Authorization: Bearer …`. `WWW-Authenticate` forteller hva som var galt med det. På din egen maskin får du et fra `POST /dev/token`.',
      nn: 'Hent eit nytt token frå Maskinporten eller Altinn og send det som `Authorization: Bearer …`. `WWW-Authenticate` fortel kva som var gale med det. På di eiga maskin får du eit frå `POST /dev/token`.',
    },
  },
  'issuer-unavailable': {
    cause: {
      en: 'The service cannot fetch the keys of the token’s issuer right now.',
      nb: 'Tjenesten kan ikke hente nøklene til utstederen av tokenet akkurat nå.',
      nn: 'Tenesta kan ikkje hente nøklane til utferdaren av tokenet akkurat no.',
    },
    remedy: {
      en: 'Send the request again after `Retry-After`, with the same key.',
      nb: 'Send forespørselen på nytt etter `Retry-After`, med samme nøkkel.',
      nn: 'Send førespurnaden på nytt etter `Retry-After`, med same nøkkel.',
    },
  },
  'scope-missing': {
    cause: {
      en: 'The token is valid, but lacks the scope that the operation needs.',
      nb: 'Tokenet er gyldig, men mangler scopet som operasjonen krever.',
      nn: 'Tokenet er gyldig, men manglar scopet som operasjonen krev.',
    },
    remedy: {
      en: 'Ask for the scope that the problem names when you get the token.',
      nb: 'Be om scopet som står i `title` når du henter tokenet.',
      nn: 'Be om scopet som står i `title` når du hentar tokenet.',
    },
  },
  'organization-missing': {
    cause: {
      en: 'The token names no organisation, or one that has no short name here.',
      nb: 'Tokenet angir ingen organisasjon, eller en som ikke har et kortnavn her.',
      nn: 'Tokenet oppgir ingen organisasjon, eller ein som ikkje har eit kortnamn her.',
    },
    remedy: {
      en: 'Use an organisation’s token. With Maskinporten’s own tokens, the operator adds the organisation to `ORGANIZATION_CODES`.',
      nb: 'Bruk tokenet til en organisasjon. Bruker du Maskinportens egne token, legger operatøren organisasjonen til i `ORGANIZATION_CODES`.',
      nn: 'Bruk tokenet til ein organisasjon. Bruker du Maskinporten sine eigne token, legg operatøren organisasjonen til i `ORGANIZATION_CODES`.',
    },
  },
  'too-many-requests': {
    cause: {
      en: 'Your organisation, or the recipient, has reached a limit of messages; `detail` says which.',
      nb: 'Organisasjonen din, eller mottakeren, har nådd en grense for meldinger; `detail` forteller hvilken.',
      nn: 'Organisasjonen din, eller mottakaren, har nådd ei grense for meldingar; `detail` fortel kva for ei.',
    },
    remedy: {
      en: 'Wait for `Retry-After` seconds. A replay of an accepted key is never limited.',
      nb: 'Vent i `Retry-After` sekunder. Gjentakelser av en godtatt nøkkel begrenses aldri.',
      nn: 'Vent i `Retry-After` sekund. Gjentakingar av ein godteken nøkkel blir aldri avgrensa.',
    },
  },
} as const satisfies Readonly<Record<string, Cause>>
