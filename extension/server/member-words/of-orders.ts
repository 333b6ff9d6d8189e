import type { Words } from '@straks/shared'

/** What the members of instant messages and orders are for, by what their schemas say in English. */
export const ORDER_MEMBERS: readonly Words[] = [
  {
    en: 'A unique value of your own for this message. Use it again when you retry: the message is sent once.',
    nb: 'En unik verdi som du velger for denne meldingen. Bruk den på nytt når du prøver igjen: meldingen sendes én gang.',
    nn: 'Ein unik verdi som du vel for denne meldinga. Bruk han på nytt når du prøver igjen: meldinga blir send éin gong.',
  },
  {
    en: 'Your own reference for the message, returned with its status. Keep codes and personal data out of it.',
    nb: 'Din egen referanse for meldingen, som følger med statusen. Hold koder og personopplysninger utenfor.',
    nn: 'Din eigen referanse for meldinga, som følgjer med statusen. Hald kodar og personopplysningar utanfor.',
  },
  {
    en: 'The recipient of the SMS, how long delivery is tried, and its text.',
    nb: 'Mottakeren av SMS-en, hvor lenge levering forsøkes, og teksten.',
    nn: 'Mottakaren av SMS-en, kor lenge levering blir prøvd, og teksten.',
  },
  {
    en: "The recipient's number in international form with its country code: `+` or `00` first, spaces allowed.",
    nb: 'Mottakerens nummer i internasjonal form med landkode: `+` eller `00` først, mellomrom er tillatt.',
    nn: 'Nummeret til mottakaren i internasjonal form med landkode: `+` eller `00` først, mellomrom er lov.',
  },
  {
    en: 'How long delivery is tried, in seconds. Match the lifetime of the code: 60 to 300 is usual.',
    nb: 'Hvor lenge levering forsøkes, i sekunder. Følg kodens gyldighetstid: 60 til 300 er vanlig.',
    nn: 'Kor lenge levering blir prøvd, i sekund. Følg gyldigheitstida til koden: 60 til 300 er vanleg.',
  },
  {
    en: 'The text of the message and its sender.',
    nb: 'Teksten i meldingen og avsenderen.',
    nn: 'Teksten i meldinga og avsendaren.',
  },
  {
    en: 'The name or number shown as sender, at most 11 letters and digits. Left out: the default sender.',
    nb: 'Navnet eller nummeret som vises som avsender, høyst 11 bokstaver og sifre. Utelatt: standardavsenderen.',
    nn: 'Namnet eller nummeret som blir vist som avsendar, høgst 11 bokstavar og siffer. Utelate: standardavsendaren.',
  },
  {
    en: 'The text of the message. Keep it short and free of personal data.',
    nb: 'Teksten i meldingen. Hold den kort og uten personopplysninger.',
    nn: 'Teksten i meldinga. Hald han kort og utan personopplysningar.',
  },
  {
    en: 'The recipient of the e-mail, and its text.',
    nb: 'Mottakeren av e-posten, og teksten.',
    nn: 'Mottakaren av e-posten, og teksten.',
  },
  {
    en: "The recipient's e-mail address: exactly one.",
    nb: 'Mottakerens e-postadresse: nøyaktig én.',
    nn: 'E-postadressa til mottakaren: nøyaktig éi.',
  },
  {
    en: 'The text of the e-mail and its sender.',
    nb: 'Teksten i e-posten og avsenderen.',
    nn: 'Teksten i e-posten og avsendaren.',
  },
  {
    en: 'The subject line. Short ones are more likely to be delivered.',
    nb: 'Emnefeltet. Korte emner har større sjanse for å bli levert.',
    nn: 'Emnefeltet. Korte emne har større sjanse for å bli leverte.',
  },
  {
    en: 'The text of the e-mail, plain or HTML as `contentType` says.',
    nb: 'Teksten i e-posten, ren tekst eller HTML slik `contentType` sier.',
    nn: 'Teksten i e-posten, rein tekst eller HTML slik `contentType` seier.',
  },
  {
    en: 'The address shown as sender. Left out: the default sender.',
    nb: 'Adressen som vises som avsender. Utelatt: standardavsenderen.',
    nn: 'Adressa som blir vist som avsendar. Utelate: standardavsendaren.',
  },
  {
    en: 'How the body is written: `Plain` (0) or `Html` (1). Left out: `Plain`.',
    nb: 'Hvordan teksten er skrevet: `Plain` (0) eller `Html` (1). Utelatt: `Plain`.',
    nn: 'Korleis teksten er skriven: `Plain` (0) eller `Html` (1). Utelate: `Plain`.',
  },
  { en: 'The recipient.', nb: 'Mottakeren.', nn: 'Mottakaren.' },
  {
    en: 'When the message is sent, at the earliest. Left out: now.',
    nb: 'Når meldingen tidligst sendes. Utelatt: nå.',
    nn: 'Når meldinga tidlegast blir send. Utelate: no.',
  },
  {
    en: 'An http or https address that is asked when the message is due; the message is sent unless the answer is `{"sendNotification": false}`.',
    nb: 'En http- eller https-adresse som spørres når meldingen skal sendes. Den sendes med mindre svaret er `{"sendNotification": false}`.',
    nn: 'Ei http- eller https-adresse som blir spurd når meldinga skal sendast. Ho blir send med mindre svaret er `{"sendNotification": false}`.',
  },
  {
    en: 'The dialogue that the message belongs to.',
    nb: 'Dialogen som meldingen hører til.',
    nn: 'Dialogen som meldinga høyrer til.',
  },
  {
    en: 'Who receives the message: exactly one kind of recipient.',
    nb: 'Hvem som får meldingen: nøyaktig én type mottaker.',
    nn: 'Kven som får meldinga: nøyaktig éin type mottakar.',
  },
  {
    en: 'An e-mail address that the sender knows.',
    nb: 'En e-postadresse som avsenderen kjenner.',
    nn: 'Ei e-postadresse som avsendaren kjenner.',
  },
  {
    en: 'When it may be sent: `Anytime` (1), or `Daytime` (2), in the hours that are set for its channel: for SMS usually from 09:00 to 17:00 in Oslo.',
    nb: 'Når den kan sendes: `Anytime` (1), eller `Daytime` (2), i timene som er satt for kanalen: for SMS vanligvis 09:00 til 17:00 norsk tid.',
    nn: 'Når ho kan sendast: `Anytime` (1), eller `Daytime` (2), i timane som er sette for kanalen: for SMS vanlegvis 09:00 til 17:00 norsk tid.',
  },
  {
    en: 'The text of the e-mail and its sender. Left out, its policy is `Anytime`.',
    nb: 'Teksten i e-posten og avsenderen. Uten egen regel sendes den når som helst (`Anytime`).',
    nn: 'Teksten i e-posten og avsendaren. Utan eigen regel blir han send når som helst (`Anytime`).',
  },
  {
    en: 'A telephone number that the sender knows.',
    nb: 'Et telefonnummer som avsenderen kjenner.',
    nn: 'Eit telefonnummer som avsendaren kjenner.',
  },
  {
    en: 'The text of the SMS and its sender. Left out, its policy is `Daytime`.',
    nb: 'Teksten i SMS-en og avsenderen. Uten egen regel sendes den på dagtid (`Daytime`).',
    nn: 'Teksten i SMS-en og avsendaren. Utan eigen regel blir han send på dagtid (`Daytime`).',
  },
  { en: 'The text of the message.', nb: 'Teksten i meldingen.', nn: 'Teksten i meldinga.' },
  {
    en: 'A person, whose address is looked up.',
    nb: 'En person, hvis adresse slås opp.',
    nn: 'Ein person, der adressa blir slått opp.',
  },
  {
    en: 'The 11 digits of a national identity number or D-number.',
    nb: 'De 11 sifrene i et fødselsnummer eller D-nummer.',
    nn: 'Dei 11 siffera i eit fødselsnummer eller D-nummer.',
  },
  {
    en: 'Whether to send even if the person has declined electronic communication.',
    nb: 'Om meldingen sendes selv om personen har reservert seg mot elektronisk kommunikasjon.',
    nn: 'Om meldinga blir send sjølv om personen har reservert seg mot elektronisk kommunikasjon.',
  },
  {
    en: 'Whether to use addresses that have not been confirmed for 18 months.',
    nb: 'Om adresser som ikke er bekreftet på 18 måneder, brukes.',
    nn: 'Om adresser som ikkje er stadfesta på 18 månader, blir brukte.',
  },
  {
    en: 'How the message is sent: `Email` (0), `Sms` (1), `EmailPreferred` (2: SMS where there is no e-mail address), `SmsPreferred` (3: e-mail where there is no number) or `EmailAndSms` (4: both).',
    nb: 'Hvordan meldingen sendes: `Email` (0), `Sms` (1), `EmailPreferred` (2: SMS der e-postadresse mangler), `SmsPreferred` (3: e-post der nummer mangler) eller `EmailAndSms` (4: begge).',
    nn: 'Korleis meldinga blir send: `Email` (0), `Sms` (1), `EmailPreferred` (2: SMS der e-postadresse manglar), `SmsPreferred` (3: e-post der nummer manglar) eller `EmailAndSms` (4: begge).',
  },
  {
    en: 'The resource that the message is about, as a URN.',
    nb: 'Ressursen som meldingen gjelder, som en URN.',
    nn: 'Ressursen som meldinga gjeld, som ein URN.',
  },
  {
    en: 'The right to the resource that a recipient needs. Left out: `read`.',
    nb: 'Rettigheten til ressursen som en mottaker må ha. Utelatt: `read`.',
    nn: 'Retten til ressursen som ein mottakar må ha. Utelate: `read`.',
  },
  {
    en: 'An organisation, whose addresses are looked up.',
    nb: 'En organisasjon, hvis adresser slås opp.',
    nn: 'Ein organisasjon, der adressene blir slåtte opp.',
  },
  {
    en: 'The 9 digits of an organisation number.',
    nb: 'De 9 sifrene i et organisasjonsnummer.',
    nn: 'Dei 9 siffera i eit organisasjonsnummer.',
  },
  {
    en: 'A user without a national identity number, whose address is looked up.',
    nb: 'En bruker uten fødselsnummer, hvis adresse slås opp.',
    nn: 'Ein brukar utan fødselsnummer, der adressa blir slått opp.',
  },
  {
    en: 'A user who has logged in without a national identity number, as a URN.',
    nb: 'En bruker som har logget inn uten fødselsnummer, som en URN.',
    nn: 'Ein brukar som har logga inn utan fødselsnummer, som ein URN.',
  },
  {
    en: 'Messages that follow the main one.',
    nb: 'Meldinger som følger etter hovedmeldingen.',
    nn: 'Meldingar som følgjer etter hovudmeldinga.',
  },
  {
    en: 'Days of 24 hours after the main message. Give this or `requestedSendTime`.',
    nb: 'Døgn etter hovedmeldingen. Oppgi dette eller `requestedSendTime`.',
    nn: 'Døgn etter hovudmeldinga. Oppgi dette eller `requestedSendTime`.',
  },
  {
    en: 'When the reminder is sent. Give this or `delayDays`.',
    nb: 'Når revarselet sendes. Oppgi dette eller `delayDays`.',
    nn: 'Når revarselet blir sendt. Oppgi dette eller `delayDays`.',
  },
]
