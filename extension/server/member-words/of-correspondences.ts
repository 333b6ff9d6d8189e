import type { Words } from '@straks/shared'

/** What the members of correspondences are for, by what their schemas say in English. */
export const CORRESPONDENCE_MEMBERS: readonly Words[] = [
  {
    en: 'Who receives the message: 1 to 1000 recipients.',
    nb: 'Hvem som får meldingen: 1 til 1000 mottakere.',
    nn: 'Kven som får meldinga: 1 til 1000 mottakarar.',
  },
  { en: 'An e-mail address.', nb: 'En e-postadresse.', nn: 'Ei e-postadresse.' },
  {
    en: 'A mobile number with its country code: `+` or `00` first.',
    nb: 'Et mobilnummer med landkode: `+` eller `00` først.',
    nn: 'Eit mobilnummer med landkode: `+` eller `00` først.',
  },
  {
    en: 'The 11 digits of the national identity number or D-number of a person, whose address is looked up.',
    nb: 'De 11 sifrene i fødselsnummeret eller D-nummeret til en person, hvis adresse slås opp.',
    nn: 'Dei 11 siffera i fødselsnummeret eller D-nummeret til ein person, der adressa blir slått opp.',
  },
  {
    en: 'The 9 digits of the number of an organisation, whose addresses are looked up.',
    nb: 'De 9 sifrene i nummeret til en organisasjon, hvis adresser slås opp.',
    nn: 'Dei 9 siffera i nummeret til ein organisasjon, der adressene blir slåtte opp.',
  },
  {
    en: 'Whether to send even to persons who have declined electronic communication.',
    nb: 'Om meldingen sendes også til personer som har reservert seg mot elektronisk kommunikasjon.',
    nn: 'Om meldinga blir send også til personar som har reservert seg mot elektronisk kommunikasjon.',
  },
  {
    en: 'The resource that the message is about.',
    nb: 'Ressursen som meldingen gjelder.',
    nn: 'Ressursen som meldinga gjeld.',
  },
  {
    en: 'The text of the e-mail and its sender. Needed where the channel may be e-mail.',
    nb: 'Teksten i e-posten og avsenderen. Må være med der kanalen kan være e-post.',
    nn: 'Teksten i e-posten og avsendaren. Må vere med der kanalen kan vere e-post.',
  },
  {
    en: 'The text of the SMS and its sender. Needed where the channel may be SMS.',
    nb: 'Teksten i SMS-en og avsenderen. Må være med der kanalen kan være SMS.',
    nn: 'Teksten i SMS-en og avsendaren. Må vere med der kanalen kan vere SMS.',
  },
  { en: 'The message.', nb: 'Meldingen.', nn: 'Meldinga.' },
  {
    en: 'The resource that the message belongs to.',
    nb: 'Ressursen som meldingen hører til.',
    nn: 'Ressursen som meldinga høyrer til.',
  },
  {
    en: 'Not used: the sender is the caller.',
    nb: 'Brukes ikke: avsenderen er den som kaller.',
    nn: 'Blir ikkje brukt: avsendaren er den som kallar.',
  },
  {
    en: "The sender's name as the recipient sees it; fills in `$sendersName$`.",
    nb: 'Avsenderens navn slik mottakeren ser det. Fyller ut `$sendersName$`.',
    nn: 'Namnet på avsendaren slik mottakaren ser det. Fyller ut `$sendersName$`.',
  },
  { en: 'What the message says.', nb: 'Innholdet i meldingen.', nn: 'Innhaldet i meldinga.' },
  {
    en: 'The language: `nb`, `nn` or `en`. Left out: `nb`.',
    nb: 'Språket: `nb`, `nn` eller `en`. Utelatt: `nb`.',
    nn: 'Språket: `nb`, `nn` eller `en`. Utelate: `nb`.',
  },
  {
    en: 'The title of the message, in plain text: 1 to 255 characters.',
    nb: 'Tittelen på meldingen, i ren tekst: 1 til 255 tegn.',
    nn: 'Tittelen på meldinga, i rein tekst: 1 til 255 teikn.',
  },
  {
    en: 'A summary, in plain text: 255 characters at most.',
    nb: 'Et sammendrag, i ren tekst: høyst 255 tegn.',
    nn: 'Eit samandrag, i rein tekst: høgst 255 teikn.',
  },
  {
    en: 'The message itself, in Markdown: 1 to 30,000 characters.',
    nb: 'Selve meldingen, i Markdown: 1 til 30 000 tegn.',
    nn: 'Sjølve meldinga, i Markdown: 1 til 30 000 teikn.',
  },
  { en: 'Its attachments: 100 at most.', nb: 'Vedleggene: høyst 100.', nn: 'Vedlegga: høgst 100.' },
  { en: 'The name of its file.', nb: 'Navnet på filen.', nn: 'Namnet på fila.' },
  {
    en: 'Its name as the recipient sees it.',
    nb: 'Navnet slik mottakeren ser det.',
    nn: 'Namnet slik mottakaren ser det.',
  },
  { en: 'Your own reference for it.', nb: 'Din egen referanse for det.', nn: 'Din eigen referanse for det.' },
  {
    en: 'The MD5 checksum of its file: 32 hexadecimal digits in lower case. Left out: any.',
    nb: 'Filens MD5-sjekksum: 32 heksadesimale sifre med små bokstaver. Utelatt: hvilken som helst.',
    nn: 'MD5-sjekksummen til fila: 32 heksadesimale siffer med små bokstavar. Utelate: kva som helst.',
  },
  { en: 'Whether its file is encrypted.', nb: 'Om filen er kryptert.', nn: 'Om fila er kryptert.' },
  {
    en: 'When the message is published. Left out, or past: now.',
    nb: 'Når meldingen publiseres. Utelatt eller i fortiden: nå.',
    nn: 'Når meldinga blir publisert. Utelate eller i fortida: no.',
  },
  {
    en: 'Until when the recipient is to answer.',
    nb: 'Fristen for mottakeren til å svare.',
    nn: 'Fristen for mottakaren til å svare.',
  },
  {
    en: 'References to related things elsewhere: 10 at most.',
    nb: 'Referanser til noe andre steder som meldingen henger sammen med: høyst 10.',
    nn: 'Referansar til noko andre stader som meldinga heng saman med: høgst 10.',
  },
  { en: 'The value of the reference.', nb: 'Verdien av referansen.', nn: 'Verdien av referansen.' },
  {
    en: 'Properties of your own: 10 at most, names of 50 and values of 300 characters.',
    nb: 'Dine egne egenskaper: høyst 10, med navn på 50 og verdier på 300 tegn.',
    nn: 'Dine eigne eigenskapar: høgst 10, med namn på 50 og verdiar på 300 teikn.',
  },
  { en: 'Where the recipient can reply.', nb: 'Hvor mottakeren kan svare.', nn: 'Kvar mottakaren kan svare.' },
  {
    en: 'An `https` address of 255 characters at most.',
    nb: 'En `https`-adresse på høyst 255 tegn.',
    nn: 'Ei `https`-adresse på høgst 255 teikn.',
  },
  { en: 'The text of the link.', nb: 'Teksten på lenken.', nn: 'Teksten på lenkja.' },
  {
    en: 'Whether the recipient must confirm it; needs `dueDateTime`.',
    nb: 'Om mottakeren må bekrefte meldingen. Krever `dueDateTime`.',
    nn: 'Om mottakaren må stadfeste meldinga. Krev `dueDateTime`.',
  },
  {
    en: 'Whether the message is confidential.',
    nb: 'Om meldingen er fortrolig.',
    nn: 'Om meldinga er fortruleg.',
  },
  {
    en: 'Whether the recipient may forward it. Kept and shown; there is no forwarding here.',
    nb: 'Om mottakeren kan videresende den. Lagres og vises; her finnes ingen videresending.',
    nn: 'Om mottakaren kan vidaresende ho. Blir lagra og vist; her finst inga vidaresending.',
  },
  {
    en: 'How the recipient of a message, and others, are notified of it.',
    nb: 'Hvordan mottakeren av en melding, og andre, varsles om den.',
    nn: 'Korleis mottakaren av ei melding, og andre, blir varsla om ho.',
  },
  {
    en: "Whose text is sent: `CustomMessage` (0: only yours) or `GenericAltinnMessage` (1: Altinn's, with yours in the middle). Left out: `CustomMessage`.",
    nb: 'Hvem sin tekst som sendes: `CustomMessage` (0: bare din) eller `GenericAltinnMessage` (1: Altinns, med din i midten). Utelatt: `CustomMessage`.',
    nn: 'Kven sin tekst som blir send: `CustomMessage` (0: berre din) eller `GenericAltinnMessage` (1: teksten til Altinn, med din i midten). Utelate: `CustomMessage`.',
  },
  { en: 'The subject of the e-mail.', nb: 'Emnet i e-posten.', nn: 'Emnet i e-posten.' },
  { en: 'The text of the e-mail.', nb: 'Teksten i e-posten.', nn: 'Teksten i e-posten.' },
  { en: 'The text of the SMS.', nb: 'Teksten i SMS-en.', nn: 'Teksten i SMS-en.' },
  {
    en: 'Whether to send a reminder if the message is not read within 7 days (1 day in test).',
    nb: 'Om et revarsel sendes når meldingen ikke er lest innen 7 dager (1 dag i test).',
    nn: 'Om eit revarsel blir sendt når meldinga ikkje er lesen innan 7 dagar (1 dag i test).',
  },
  {
    en: "The subject of the reminder's e-mail. Not taken over from `emailSubject`.",
    nb: 'Emnet i revarselets e-post. Hentes ikke fra `emailSubject`.',
    nn: 'Emnet i e-posten til revarselet. Blir ikkje henta frå `emailSubject`.',
  },
  {
    en: "The text of the reminder's e-mail. Not taken over from `emailBody`.",
    nb: 'Teksten i revarselets e-post. Hentes ikke fra `emailBody`.',
    nn: 'Teksten i e-posten til revarselet. Blir ikkje henta frå `emailBody`.',
  },
  {
    en: "The text of the reminder's SMS. Not taken over from `smsBody`.",
    nb: 'Teksten i revarselets SMS. Hentes ikke fra `smsBody`.',
    nn: 'Teksten i SMS-en til revarselet. Blir ikkje henta frå `smsBody`.',
  },
  {
    en: 'Has no effect: a notification follows the publication of its message.',
    nb: 'Har ingen virkning: et varsel følger publiseringen av meldingen.',
    nn: 'Har ingen verknad: eit varsel følgjer publiseringa av meldinga.',
  },
  {
    en: 'Others to notify, in addition to the recipient of the message.',
    nb: 'Andre som varsles, i tillegg til mottakeren av meldingen.',
    nn: 'Andre som blir varsla, i tillegg til mottakaren av meldinga.',
  },
  {
    en: 'An organisation number: 9 digits, or `0192:` or a URN before them.',
    nb: 'Et organisasjonsnummer: 9 sifre, eventuelt med `0192:` eller en URN foran.',
    nn: 'Eit organisasjonsnummer: 9 siffer, eventuelt med `0192:` eller ein URN framfor.',
  },
  {
    en: 'A mobile number with its country code: `+` or `00` first. Eight digits that begin with 4 or 9 are Norwegian.',
    nb: 'Et mobilnummer med landkode: `+` eller `00` først. Åtte sifre som begynner på 4 eller 9, er norske.',
    nn: 'Eit mobilnummer med landkode: `+` eller `00` først. Åtte siffer som byrjar på 4 eller 9, er norske.',
  },
  {
    en: 'Someone to notify: exactly one of the four identifiers.',
    nb: 'Én som varsles: nøyaktig én av de fire identifikatorene.',
    nn: 'Ein som blir varsla: nøyaktig éin av dei fire identifikatorane.',
  },
  {
    en: 'Only the first element is used. Deprecated: use `customRecipients`.',
    nb: 'Bare det første elementet brukes. Utfaset: bruk `customRecipients`.',
    nn: 'Berre det første elementet blir brukt. Utfasa: bruk `customRecipients`.',
  },
  {
    en: 'Not used, and required.',
    nb: 'Brukes ikke, men er påkrevd.',
    nn: 'Blir ikkje brukt, men er påkravd.',
  },
  {
    en: 'Whether only the custom recipients are notified. Left out: `false`.',
    nb: 'Om bare de valgfrie mottakerne varsles. Utelatt: `false`.',
    nn: 'Om berre dei valfrie mottakarane blir varsla. Utelate: `false`.',
  },
  {
    en: 'Who receives the message: 1 to 500.',
    nb: 'Hvem som får meldingen: 1 til 500.',
    nn: 'Kven som får meldinga: 1 til 500.',
  },
  {
    en: 'The ids of attachments that were uploaded before.',
    nb: 'Id-ene til vedlegg som er lastet opp på forhånd.',
    nn: 'Id-ane til vedlegg som er lasta opp på førehand.',
  },
  {
    en: 'A UUID that is unique to this message, which then has one recipient.',
    nb: 'En UUID som er unik for denne meldingen, som da har én mottaker.',
    nn: 'Ein UUID som er unik for denne meldinga, som då har éin mottakar.',
  },
]
