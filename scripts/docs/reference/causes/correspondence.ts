import type { RuleCode, Words } from '../../../../shared/index.ts'
import type { CorrespondenceErrorCode } from '../../../../worker/domain/correspondence-errors.ts'

/** What the caller does about a mistake that no rule finds, since it depends on what is stored or on the files sent. */
export const CORRESPONDENCE_REMEDIES: Readonly<Partial<Record<CorrespondenceErrorCode, Words>>> = {
  1001: {
    en: 'Use the id from the answer, with a token of its sender or of its recipient.',
    nb: 'Bruk id-en fra svaret, med et token for avsenderen eller mottakeren.',
    nn: 'Bruk id-en frå svaret, med eit token for avsendaren eller mottakaren.',
  },
  1005: {
    en: 'Send one file for each attachment in `content.attachments`, with the same name.',
    nb: 'Send én fil for hvert vedlegg i `content.attachments`, med samme navn.',
    nn: 'Send éi fil for kvart vedlegg i `content.attachments`, med same namn.',
  },
  1007: {
    en: 'Use the ids of attachments that your organisation has initialised and not purged.',
    nb: 'Bruk id-ene til vedlegg som organisasjonen din har opprettet og ikke slettet.',
    nn: 'Bruk id-ane til vedlegg som organisasjonen din har oppretta og ikkje sletta.',
  },
  1013: {
    en: 'Nothing: what is published can be purged by its recipient only.',
    nb: 'Ingenting: bare mottakeren kan slette det som er publisert.',
    nn: 'Ingenting: berre mottakaren kan slette det som er publisert.',
  },
  1014: {
    en: 'Nothing: what is purged does not come back. Publish a new message.',
    nb: 'Ingenting: det som er slettet, kommer ikke tilbake. Publiser en ny melding.',
    nn: 'Ingenting: det som er sletta, kjem ikkje tilbake. Publiser ei ny melding.',
  },
  1018: {
    en: 'Upload the file first, and wait until the attachment’s status is `Published`.',
    nb: 'Last opp filen først, og vent til vedlegget har status `Published`.',
    nn: 'Last opp fila først, og vent til vedlegget har status `Published`.',
  },
  1026: {
    en: 'Confirm the message first, then purge it.',
    nb: 'Bekreft meldingen først, og slett den etterpå.',
    nn: 'Stadfest meldinga først, og slett ho etterpå.',
  },
  1027: {
    en: 'Let `from` be before `to`.',
    nb: 'La `from` være før `to`.',
    nn: 'La `from` vere før `to`.',
  },
  1030: {
    en: 'Reach the recipient in another way, or set `ignoreReservation` if the law lets you.',
    nb: 'Nå mottakeren på en annen måte, eller sett `ignoreReservation` hvis du har lov til det.',
    nn: 'Nå mottakaren på ein annan måte, eller set `ignoreReservation` om du har lov til det.',
  },
  1034: {
    en: 'Use the correspondences in `correspondenceIds`: the first request made them. A new message needs a new key.',
    nb: 'Bruk meldingene i `correspondenceIds`: den første forespørselen opprettet dem. En ny melding trenger en ny nøkkel.',
    nn: 'Bruk meldingane i `correspondenceIds`: den første førespurnaden oppretta dei. Ei ny melding treng ein ny nøkkel.',
  },
  1038: {
    en: 'Send at most 100 attachments: put several files into one.',
    nb: 'Send høyst 100 vedlegg: slå sammen flere filer til én.',
    nn: 'Send høgst 100 vedlegg: slå saman fleire filer til éi.',
  },
  1041: {
    en: 'Nothing: it has been done before.',
    nb: 'Ingenting: det er gjort før.',
    nn: 'Ingenting: det er gjort før.',
  },
  2001: {
    en: 'Use the id from the answer, with a token of the same organisation.',
    nb: 'Bruk id-en fra svaret, med et token for samme organisasjon.',
    nn: 'Bruk id-en frå svaret, med eit token for same organisasjon.',
  },
  2002: {
    en: 'Initialise a new attachment and upload the file to it.',
    nb: 'Opprett et nytt vedlegg og last opp filen til det.',
    nn: 'Opprett eit nytt vedlegg og last opp fila til det.',
  },
  2004: {
    en: 'Send a file that is not empty and has at most 250 MB.',
    nb: 'Send en fil som ikke er tom og er på høyst 250 MB.',
    nn: 'Send ei fil som ikkje er tom og er på høgst 250 MB.',
  },
  2005: {
    en: 'Wait for the upload that is under way, or initialise a new attachment for another file.',
    nb: 'Vent på opplastingen som er i gang, eller opprett et nytt vedlegg for en annen fil.',
    nn: 'Vent på opplastinga som er i gang, eller opprett eit nytt vedlegg for ei anna fil.',
  },
  2006: {
    en: 'Initialise a new attachment.',
    nb: 'Opprett et nytt vedlegg.',
    nn: 'Opprett eit nytt vedlegg.',
  },
  2007: {
    en: 'Purge the messages that have the attachment first.',
    nb: 'Slett først meldingene som har vedlegget.',
    nn: 'Slett først meldingane som har vedlegget.',
  },
  2008: {
    en: 'Send the MD5 of the very bytes that you upload, as 32 hexadecimal digits.',
    nb: 'Send MD5-summen av nettopp de bytene du laster opp, som 32 heksadesimale sifre.',
    nn: 'Send MD5-summen av nettopp dei bytane du lastar opp, som 32 heksadesimale siffer.',
  },
  2010: {
    en: 'Give each file a name.',
    nb: 'Gi hver fil et navn.',
    nn: 'Gi kvar fil eit namn.',
  },
  2016: {
    en: 'Nothing: after publication the recipient alone can download it, through the message.',
    nb: 'Ingenting: etter publisering er det bare mottakeren som kan laste det ned, gjennom meldingen.',
    nn: 'Ingenting: etter publisering er det berre mottakaren som kan laste det ned, gjennom meldinga.',
  },
  3001: {
    en: 'Use `GenericAltinnMessage` or `CustomMessage`: this template is no more.',
    nb: 'Bruk `GenericAltinnMessage` eller `CustomMessage`: denne malen finnes ikke lenger.',
    nn: 'Bruk `GenericAltinnMessage` eller `CustomMessage`: denne malen finst ikkje lenger.',
  },
  3023: {
    en: 'Use `GenericAltinnMessage` or `CustomMessage`.',
    nb: 'Bruk `GenericAltinnMessage` eller `CustomMessage`.',
    nn: 'Bruk `GenericAltinnMessage` eller `CustomMessage`.',
  },
}

/** Mistakes that a rule finds, but that none of the examples on its page shows. */
export const FURTHER_RULES: Readonly<Partial<Record<CorrespondenceErrorCode, RuleCode>>> = {
  1042: 'message-length',
  1045: 'external-reference',
  1052: 'external-reference',
  3002: 'required-text',
  3003: 'required-text',
  3004: 'required-text',
  3007: 'required-text',
  3025: 'required-text',
}
