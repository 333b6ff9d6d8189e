import type { Words } from '@straks/shared'
import type { ImmovableCode } from '../../domain/failure.ts'
import type { CountingFence } from '../../domain/fences.ts'

/** What each refusal of our own is called, in the caller's language. Titles that Altinn has stay Altinn's. */
export const TITLES = {
  unauthenticated: {
    en: 'A valid bearer token is required.',
    nb: 'Et gyldig bearer-token kreves.',
    nn: 'Eit gyldig bearer-token er påkravd.',
  },
  'issuer-unavailable': {
    en: 'The issuer of the token does not answer, so the token cannot be checked now.',
    nb: 'Utstederen av tokenet svarer ikke, så tokenet kan ikke kontrolleres nå.',
    nn: 'Utferdaren av tokenet svarer ikkje, så tokenet kan ikkje kontrollerast no.',
  },
  'scope-missing': {
    en: 'The token lacks the scope {scope}.',
    nb: 'Tokenet mangler scopet {scope}.',
    nn: 'Tokenet manglar scopet {scope}.',
  },
  'organization-missing': {
    en: 'The token names no organisation that may send.',
    nb: 'Tokenet angir ingen organisasjon som kan sende.',
    nn: 'Tokenet oppgir ingen organisasjon som kan sende.',
  },
  'address-too-long': {
    en: 'The address may have {limit} characters at most.',
    nb: 'Adressen kan ha høyst {limit} tegn.',
    nn: 'Adressa kan ha høgst {limit} teikn.',
  },
  'route-unknown': {
    en: 'There is nothing at this address.',
    nb: 'Det er ingenting på denne adressen.',
    nn: 'Det er ingenting på denne adressa.',
  },
  'method-not-allowed': {
    en: 'This address takes {methods}.',
    nb: 'Denne adressen tar imot {methods}.',
    nn: 'Denne adressa tek imot {methods}.',
  },
  'content-type-unsupported': {
    en: 'The content type must be {type}.',
    nb: 'Innholdstypen må være {type}.',
    nn: 'Innhaldstypen må vere {type}.',
  },
  'body-too-large': {
    en: 'The body may be {limit} bytes at most.',
    nb: 'Forespørselen kan være høyst {limit} byte.',
    nn: 'Førespurnaden kan vere høgst {limit} byte.',
  },
  'body-incomplete': {
    en: 'The body did not come whole within {seconds} seconds.',
    nb: 'Forespørselen kom ikke i sin helhet innen {seconds} sekunder.',
    nn: 'Førespurnaden kom ikkje i sin heilskap innan {seconds} sekund.',
  },
  'order-not-found': {
    en: 'Order not found',
    nb: 'Ordren finnes ikke',
    nn: 'Ordren finst ikkje',
  },
  'order-not-cancellable': {
    en: 'The order is being sent, or will be within five minutes.',
    nb: 'Ordren er under sending, eller skal sendes innen fem minutter.',
    nn: 'Ordren er under sending, eller skal sendast innan fem minutt.',
  },
  'provider-unknown': {
    en: 'No provider with this name is selected.',
    nb: 'Ingen leverandør med dette navnet er valgt.',
    nn: 'Ingen leverandør med dette namnet er vald.',
  },
  'shipment-unknown': {
    en: 'No organisation has a shipment with this id.',
    nb: 'Ingen organisasjon har en forsendelse med denne id-en.',
    nn: 'Ingen organisasjon har ei forsending med denne id-en.',
  },
  'search-incomplete': {
    en: 'Only {asked} of {of} organisations that may have it answered in time. Name the organisation, or ask again.',
    nb: 'Bare {asked} av {of} organisasjoner som kan ha den, svarte i tide. Oppgi organisasjonen, eller spør igjen.',
    nn: 'Berre {asked} av {of} organisasjonar som kan ha ho, svarte i tide. Oppgje organisasjonen, eller spør igjen.',
  },
  'shipment-immovable': {
    en: 'This cannot be done to the shipment any more, or not yet.',
    nb: 'Dette kan ikke lenger, eller ennå ikke, gjøres med forsendelsen.',
    nn: 'Dette kan ikkje lenger, eller enno ikkje, gjerast med forsendinga.',
  },
  'webhook-not-found': {
    en: 'There is no such webhook.',
    nb: 'Det finnes ingen slik webhook.',
    nn: 'Det finst ingen slik webhook.',
  },
  'suppression-not-found': {
    en: 'There is no such suppression.',
    nb: 'Det finnes ingen slik sperring.',
    nn: 'Det finst inga slik sperring.',
  },
  'webhook-limit': {
    en: 'An organisation may have {limit} webhooks.',
    nb: 'En organisasjon kan ha {limit} webhooker.',
    nn: 'Ein organisasjon kan ha {limit} webhookar.',
  },
  'too-many-requests': {
    en: 'Your organisation sends more than it may now.',
    nb: 'Organisasjonen din sender mer enn den kan nå.',
    nn: 'Organisasjonen din sender meir enn han kan no.',
  },
  misconfigured: {
    en: 'The service is not configured.',
    nb: 'Tjenesten er ikke satt opp.',
    nn: 'Tenesta er ikkje sett opp.',
  },
  unexpected: {
    en: 'The service failed to answer.',
    nb: 'Tjenesten klarte ikke å svare.',
    nn: 'Tenesta klarte ikkje å svare.',
  },
} as const satisfies Record<string, Words>

/** What a refusal that has Altinn's title means and asks for, in the caller's language. */
export const DETAILS = {
  'shipment-not-found': {
    en: 'Your organisation has no shipment with this id.',
    nb: 'Organisasjonen din har ingen forsendelse med denne id-en.',
    nn: 'Organisasjonen din har inga forsending med denne id-en.',
  },
  'contact-missing': {
    en: 'A recipient has no address in the channels of the order. Nothing is stored, and the key stays free.',
    nb: 'En mottaker har ingen adresse i kanalene til ordren. Ingenting er lagret, og nøkkelen er fortsatt ledig.',
    nn: 'Ein mottakar har inga adresse i kanalane til ordren. Ingenting er lagra, og nøkkelen er framleis ledig.',
  },
  'ledger-unavailable': {
    en: 'Send the request again, with the same key.',
    nb: 'Send forespørselen på nytt, med samme nøkkel.',
    nn: 'Send førespurnaden på nytt, med same nøkkel.',
  },
} as const satisfies Record<string, Words>

/** Why an operator cannot move a shipment. */
export const IMMOVABLE = {
  expired: {
    en: 'Its time-to-live is over.',
    nb: 'Levetiden er over.',
    nn: 'Levetida er over.',
  },
  ended: {
    en: 'It has ended, and what is final never changes.',
    nb: 'Den er avsluttet, og det som er endelig, endres aldri.',
    nn: 'Ho er avslutta, og det som er endeleg, blir aldri endra.',
  },
  'not-due': {
    en: 'It is not due yet.',
    nb: 'Den skal ikke sendes ennå.',
    nn: 'Ho skal ikkje sendast enno.',
  },
  'too-late': {
    en: 'A provider has it, or may have it.',
    nb: 'En leverandør har den, eller kan ha den.',
    nn: 'Ein leverandør har ho, eller kan ha ho.',
  },
} as const satisfies Record<ImmovableCode, Words>

/** How many messages a fence lets pass. */
export const FENCE_WORDS = {
  perMinute: {
    en: 'It may send {messages} messages in a minute. Nothing is stored, and the key stays free.',
    nb: 'Den kan sende {messages} meldinger i minuttet. Ingenting er lagret, og nøkkelen er fortsatt ledig.',
    nn: 'Han kan sende {messages} meldingar i minuttet. Ingenting er lagra, og nøkkelen er framleis ledig.',
  },
  perDay: {
    en: 'It may send {messages} messages in 24 hours. Nothing is stored, and the key stays free.',
    nb: 'Den kan sende {messages} meldinger i døgnet. Ingenting er lagret, og nøkkelen er fortsatt ledig.',
    nn: 'Han kan sende {messages} meldingar i døgnet. Ingenting er lagra, og nøkkelen er framleis ledig.',
  },
  perRecipient: {
    en: 'It may send one recipient {messages} messages in {seconds} seconds. Nothing is stored, and the key stays free.',
    nb: 'Den kan sende én mottaker {messages} meldinger på {seconds} sekunder. Ingenting er lagret, og nøkkelen er fortsatt ledig.',
    nn: 'Han kan sende éin mottakar {messages} meldingar på {seconds} sekund. Ingenting er lagra, og nøkkelen er framleis ledig.',
  },
} as const satisfies Record<CountingFence, Words>

/** Why a body cannot be read. */
export const BODY_WORDS = {
  encoding: {
    en: 'The body is not UTF-8 text.',
    nb: 'Forespørselen er ikke UTF-8-tekst.',
    nn: 'Førespurnaden er ikkje UTF-8-tekst.',
  },
  syntax: {
    en: 'The body is not JSON (RFC 8259): check quotes, commas and brackets; comments and trailing commas are not allowed.',
    nb: 'Forespørselen er ikke JSON (RFC 8259): kontroller anførselstegn, komma og klammer. Kommentarer og hengende komma er ikke tillatt.',
    nn: 'Førespurnaden er ikkje JSON (RFC 8259): kontroller hermeteikn, komma og klammar. Kommentarar og hengande komma er ikkje tillatne.',
  },
  depth: {
    en: 'The body nests deeper than {limit} levels.',
    nb: 'Forespørselen er nøstet dypere enn {limit} nivåer.',
    nn: 'Førespurnaden er nøsta djupare enn {limit} nivå.',
  },
} as const satisfies Record<string, Words>
