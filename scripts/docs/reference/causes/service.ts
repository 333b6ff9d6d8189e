import type { Cause } from './cause.ts'

/** Refusals of operators, and failures of the service itself. */
export const SERVICE_CAUSES = {
  'provider-unknown': {
    cause: {
      en: 'No provider with this name is selected.',
      nb: 'Ingen leverandør med dette navnet er valgt.',
      nn: 'Ingen leverandør med dette namnet er vald.',
    },
    remedy: {
      en: 'Use a name from `providers` of the operators’ overview.',
      nb: 'Bruk et navn fra `providers` i operatørenes oversikt.',
      nn: 'Bruk eit namn frå `providers` i oversikta til operatørane.',
    },
  },
  'shipment-unknown': {
    cause: {
      en: 'No organisation has a shipment with this id.',
      nb: 'Ingen organisasjon har en forsendelse med denne id-en.',
      nn: 'Ingen organisasjon har ei forsending med denne id-en.',
    },
    remedy: {
      en: 'List the shipments by recipient, reference or key to find its id.',
      nb: 'List opp forsendelsene etter mottaker, referanse eller nøkkel for å finne id-en.',
      nn: 'List opp forsendingane etter mottakar, referanse eller nøkkel for å finne id-en.',
    },
  },
  'search-incomplete': {
    cause: {
      en: 'The shipment was looked for in every organisation, and not all that may have it answered within 15 seconds. None of those that did has it.',
      nb: 'Forsendelsen ble lett etter i alle organisasjoner, og ikke alle som kan ha den, svarte innen 15 sekunder. Ingen av dem som svarte, har den.',
      nn: 'Forsendinga vart leita etter i alle organisasjonar, og ikkje alle som kan ha ho, svarte innan 15 sekund. Ingen av dei som svarte, har ho.',
    },
    remedy: {
      en: 'Name the organisation (`?organization=`), or ask again: those that have answered are quicker then.',
      nb: 'Oppgi organisasjonen (`?organization=`), eller spør igjen: de som har svart, er raskere da.',
      nn: 'Oppgje organisasjonen (`?organization=`), eller spør igjen: dei som har svart, er raskare då.',
    },
  },
  'shipment-immovable': {
    cause: {
      en: 'The shipment has ended, is not due yet, or is with a provider. `code` says which: `ended`, `expired`, `not-due` or `too-late`.',
      nb: 'Forsendelsen er avsluttet, skal ikke sendes ennå, eller er hos en leverandør. `code` forteller hva: `ended`, `expired`, `not-due` eller `too-late`.',
      nn: 'Forsendinga er avslutta, skal ikkje sendast enno, eller er hos ein leverandør. `code` fortel kva: `ended`, `expired`, `not-due` eller `too-late`.',
    },
    remedy: {
      en: 'Get the shipment to see its timeline. Try again when it is due if `code` is `not-due`; otherwise its sender sends a new message.',
      nb: 'Hent forsendelsen for å se tidslinjen. Prøv igjen når den skal sendes hvis `code` er `not-due`; ellers sender avsenderen en ny melding.',
      nn: 'Hent forsendinga for å sjå tidslinja. Prøv igjen når ho skal sendast om `code` er `not-due`; elles sender avsendaren ei ny melding.',
    },
  },
  misconfigured: {
    cause: {
      en: 'A setting of the service is missing or malformed.',
      nb: 'En innstilling i tjenesten mangler eller er feil.',
      nn: 'Ei innstilling i tenesta manglar eller er feil.',
    },
    remedy: {
      en: 'The operator reads `detail`, which names the setting.',
      nb: 'Operatøren leser `detail`, som navngir innstillingen.',
      nn: 'Operatøren les `detail`, som nemner innstillinga.',
    },
  },
  unexpected: {
    cause: {
      en: 'The service failed in a way that it does not know.',
      nb: 'Tjenesten feilet på en måte som den ikke kjenner.',
      nn: 'Tenesta feila på ein måte som ho ikkje kjenner.',
    },
    remedy: {
      en: 'Send the request again with the same key. If it fails again, give the operator the `traceId`.',
      nb: 'Send forespørselen på nytt med samme nøkkel. Gi operatøren `traceId` hvis det feiler igjen.',
      nn: 'Send førespurnaden på nytt med same nøkkel. Gi operatøren `traceId` om det feilar igjen.',
    },
  },
  'NOT-00004': {
    cause: {
      en: 'The service cannot store or look up anything right now.',
      nb: 'Tjenesten kan ikke lagre eller slå opp noe akkurat nå.',
      nn: 'Tenesta kan ikkje lagre eller slå opp noko akkurat no.',
    },
    remedy: {
      en: 'Send the request again after `Retry-After`, with the same key: it is sent once.',
      nb: 'Send forespørselen på nytt etter `Retry-After`, med samme nøkkel: meldingen sendes bare én gang.',
      nn: 'Send førespurnaden på nytt etter `Retry-After`, med same nøkkel: meldinga blir send berre éin gong.',
    },
  },
} as const satisfies Readonly<Record<string, Cause>>
