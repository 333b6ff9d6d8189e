import type { Words } from '../../../shared/index.ts'

/** The words of the catalogue of errors, around what each problem says itself. */
export const ERRORS_WORDS = {
  title: { en: 'Errors', nb: 'Feilmeldinger', nn: 'Feilmeldingar' },
  summary: {
    en: 'Every problem that the API answers with: its type or code, its cause, an example, and what to do.',
    nb: 'Alle problemer API-et svarer med: type eller kode, årsak, et eksempel, og hva du gjør.',
    nn: 'Alle problem API-et svarer med: type eller kode, årsak, eit døme, og kva du gjer.',
  },
  intro: {
    en: 'A refused request is answered with a problem document (RFC 9457), `application/problem+json`. `type` says what is wrong and never changes; `title`, `detail` and the messages of `findings` are in the language of `Accept-Language`: English, bokmål or nynorsk. `traceId` finds the request in the service’s log. The header `Link` with `rel="help"` leads to the problem’s place on this page.',
    nb: 'En avvist forespørsel besvares med et problemdokument (RFC 9457), `application/problem+json`. `type` sier hva som er galt og endres aldri; `title`, `detail` og meldingene i `findings` er på språket i `Accept-Language`: engelsk, bokmål eller nynorsk. Med `traceId` finnes forespørselen igjen i tjenestens logg. Headeren `Link` med `rel="help"` leder til problemets plass på denne siden.',
    nn: 'Ein avvist førespurnad blir svart på med eit problemdokument (RFC 9457), `application/problem+json`. `type` seier kva som er gale og blir aldri endra; `title`, `detail` og meldingane i `findings` er på språket i `Accept-Language`: engelsk, bokmål eller nynorsk. Med `traceId` finn ein førespurnaden igjen i loggen til tenesta. Headeren `Link` med `rel="help"` leier til plassen problemet har på denne sida.',
  },
  otherLanguages: { en: 'In other languages', nb: 'På andre språk', nn: 'På andre språk' },
  validation: { en: 'Validation', nb: 'Validering', nn: 'Validering' },
  validationCause: {
    en: 'The body is not JSON, or breaks a [rule](/docs/rules). `errors` maps each member to Altinn’s sentences, which .NET clients read. `findings` names for each place the rule, the JSON Pointer, a message in your language, the rule’s page, and repairs.',
    nb: 'Forespørselen er ikke JSON, eller bryter en [regel](/docs/rules/nb). `errors` gir Altinns setninger for hvert felt, som .NET-klienter leser. `findings` oppgir regelen for hvert sted, med JSON Pointer, en melding på ditt språk, siden til regelen og rettinger.',
    nn: 'Førespurnaden er ikkje JSON, eller bryt ein [regel](/docs/rules/nn). `errors` gir setningane til Altinn for kvart felt, som .NET-klientar les. `findings` oppgir regelen for kvar stad, med JSON Pointer, ei melding på ditt språk, sida til regelen og rettingar.',
  },
  validationRemedy: {
    en: 'Read the page of the rule. The editor and `straks lint` find the same before you send.',
    nb: 'Les siden til regelen. Editoren og `straks lint` finner det samme før du sender.',
    nn: 'Les sida til regelen. Editoren og `straks lint` finn det same før du sender.',
  },
  whatToDo: { en: 'What to do', nb: 'Hva du gjør', nn: 'Kva du gjer' },
  example: { en: 'An example', nb: 'Et eksempel', nn: 'Eit døme' },
  status: { en: 'status', nb: 'status', nn: 'status' },
  ours: { en: 'Problems of Straks', nb: 'Problemer fra Straks', nn: 'Problem frå Straks' },
  notifications: {
    en: 'Problems of Altinn Notifications',
    nb: 'Problemer fra Altinn Varsling',
    nn: 'Problem frå Altinn Varsling',
  },
  correspondence: {
    en: 'Problems of Altinn Correspondence',
    nb: 'Problemer fra Altinn Melding',
    nn: 'Problem frå Altinn Melding',
  },
  correspondenceIntro: {
    en: 'They have the `type` of their status (RFC 9110), the `code` below, and Altinn’s number as `errorCode`. Where a rule found the mistake, `findings` names it, and its page says how to repair it.',
    nb: 'De har `type` etter statusen sin (RFC 9110), `code` som under, og Altinns nummer som `errorCode`. Der en regel fant feilen, står den i `findings`, og siden dens forteller hvordan feilen rettes.',
    nn: 'Dei har `type` etter statusen sin (RFC 9110), `code` som under, og nummeret til Altinn som `errorCode`. Der ein regel fann feilen, står han i `findings`, og sida hans fortel korleis feilen blir retta.',
  },
  code: { en: 'Code', nb: 'Kode', nn: 'Kode' },
  statusHead: { en: 'Answer', nb: 'Svar', nn: 'Svar' },
  altinnsWords: {
    en: 'Cause, in Altinn’s words',
    nb: 'Årsak, med Altinns ord',
    nn: 'Årsak, med Altinn sine ord',
  },
} as const satisfies Readonly<Record<string, Words>>
