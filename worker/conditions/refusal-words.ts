import type { Words } from '@straks/shared'
import type { AddressRefusal } from './may-ask.ts'

/** Each refusal in the words of the person who wrote the address. `{name}` is the member that holds it. */
export const REFUSAL_WORDS: Readonly<Record<AddressRefusal, Words>> = {
  malformed: {
    en: '`{name}` is no http or https address; write all of it, such as `https://example.com/condition`.',
    nb: '`{name}` er ikke en http- eller https-adresse. Skriv hele, for eksempel `https://example.com/condition`.',
    nn: '`{name}` er ikkje ei http- eller https-adresse. Skriv heile, til dømes `https://example.com/condition`.',
  },
  'scheme-unsupported': {
    en: '`{name}` must begin with `https://` or `http://`.',
    nb: '`{name}` må begynne med `https://` eller `http://`.',
    nn: '`{name}` må byrje med `https://` eller `http://`.',
  },
  credentials: {
    en: '`{name}` holds a user name or a password; the condition is asked without.',
    nb: '`{name}` inneholder brukernavn eller passord. Betingelsen blir spurt uten.',
    nn: '`{name}` inneheld brukarnamn eller passord. Vilkåret blir spurt utan.',
  },
  'port-unusual': {
    en: '`{name}` names a port that web services do not use; leave it out, or use 80, 443, 8080 or 8443.',
    nb: '`{name}` oppgir en port som nettjenester ikke bruker. Utelat den, eller bruk 80, 443, 8080 eller 8443.',
    nn: '`{name}` oppgir ein port som nettenester ikkje bruker. Utelat han, eller bruk 80, 443, 8080 eller 8443.',
  },
  'private-address': {
    en: '`{name}` leads to an address that is not on the public internet.',
    nb: '`{name}` fører til en adresse som ikke er på det åpne internettet.',
    nn: '`{name}` fører til ei adresse som ikkje er på det opne internettet.',
  },
  'private-name': {
    en: '`{name}` leads to a name that is not on the public internet.',
    nb: '`{name}` fører til et navn som ikke er på det åpne internettet.',
    nn: '`{name}` fører til eit namn som ikkje er på det opne internettet.',
  },
}
