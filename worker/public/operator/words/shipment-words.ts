import { table, type Words } from '@straks/shared'

/** What the page of one shipment says. */
export const SHIPMENT_WORDS = {
  title: { en: 'One message', nb: 'Én melding', nn: 'Éi melding' },
  missing: {
    en: 'No organisation has such a shipment',
    nb: 'Ingen organisasjon har en slik forsendelse',
    nn: 'Ingen organisasjon har ei slik forsending',
  },
  missingText: {
    en: 'It was never accepted, or it is older than what is kept.',
    nb: 'Den ble aldri mottatt, eller er eldre enn det som oppbevares.',
    nn: 'Ho blei aldri motteken, eller er eldre enn det som blir teke vare på.',
  },
  facts: { en: 'Facts', nb: 'Fakta', nn: 'Fakta' },
  type: { en: 'Type', nb: 'Type', nn: 'Type' },
  status: { en: 'Status', nb: 'Status', nn: 'Status' },
  acceptedAt: { en: 'Accepted', nb: 'Mottatt', nn: 'Motteke' },
  dueAt: { en: 'Due', nb: 'Forfaller', nn: 'Forfell' },
  lastUpdate: { en: 'Last change', nb: 'Siste endring', nn: 'Siste endring' },
  deliveries: { en: 'Deliveries', nb: 'Leveringer', nn: 'Leveringar' },
  noDeliveries: { en: 'None is made yet.', nb: 'Ingen er laget ennå.', nn: 'Ingen er laga enno.' },
  reference: { en: 'Reference', nb: 'Referanse', nn: 'Referanse' },
  destination: { en: 'To', nb: 'Til', nn: 'Til' },
  attempts: { en: 'Attempts', nb: 'Forsøk', nn: 'Forsøk' },
  expiresAt: { en: 'Time runs out', nb: 'Tiden løper ut', nn: 'Tida renn ut' },
  why: { en: 'Why', nb: 'Hvorfor', nn: 'Kvifor' },
  timeline: { en: 'Timeline', nb: 'Tidslinje', nn: 'Tidslinje' },
  actions: { en: 'Actions', nb: 'Handlinger', nn: 'Handlingar' },
  refresh: { en: 'Read again', nb: 'Les på nytt', nn: 'Les på nytt' },
  redrive: { en: 'Try again', nb: 'Prøv på nytt', nn: 'Prøv på nytt' },
  'give-up': { en: 'Give up', nb: 'Gi opp', nn: 'Gi opp' },
  cancel: { en: 'Cancel', nb: 'Kanseller', nn: 'Kanseller' },
  redriveAsk: {
    en: 'One attempt more is made, at once or when the send window opens. What a provider has taken may then arrive twice.',
    nb: 'Ett forsøk til blir gjort, straks eller når sendevinduet åpner. Det en leverandør har tatt imot, kan da komme fram to ganger.',
    nn: 'Eitt forsøk til blir gjort, straks eller når sendevindauget opnar. Det ein leverandør har teke imot, kan då kome fram to gonger.',
  },
  'give-upAsk': {
    en: 'It ends as failed, whatever a provider may still say of it. This cannot be undone.',
    nb: 'Den avsluttes som mislykket, uansett hva en leverandør senere sier om den. Dette kan ikke angres.',
    nn: 'Ho blir avslutta som mislukka, same kva ein leverandør seier om ho seinare. Dette kan ikkje angrast.',
  },
  cancelAsk: {
    en: 'Only what no provider can have is taken back. This cannot be undone.',
    nb: 'Bare det ingen leverandør kan ha, blir trukket tilbake. Dette kan ikke angres.',
    nn: 'Berre det ingen leverandør kan ha, blir trekt tilbake. Dette kan ikkje angrast.',
  },
} as const satisfies Record<string, Words>

/** What each event of a timeline means. */
export const EVENT_WORDS = {
  accepted: { en: 'Accepted', nb: 'Mottatt', nn: 'Motteke' },
  due: { en: 'Its time came', nb: 'Tidspunktet kom', nn: 'Tidspunktet kom' },
  postponed: { en: 'Postponed: {obstacle}', nb: 'Utsatt: {obstacle}', nn: 'Utsett: {obstacle}' },
  prepared: { en: 'The message was made', nb: 'Meldingen ble laget', nn: 'Meldinga blei laga' },
  claimed: { en: 'Attempt {attempt} began', nb: 'Forsøk {attempt} begynte', nn: 'Forsøk {attempt} byrja' },
  'lease-ended': {
    en: 'The worker of attempt {attempt} was lost',
    nb: 'Arbeideren på forsøk {attempt} ble borte',
    nn: 'Arbeidaren på forsøk {attempt} blei borte',
  },
  asked: { en: 'Asked {provider}', nb: 'Spurte {provider}', nn: 'Spurde {provider}' },
  answered: { en: '{provider}: {outcome}', nb: '{provider}: {outcome}', nn: '{provider}: {outcome}' },
  receipt: { en: '{provider} reported: {says}', nb: '{provider} meldte: {says}', nn: '{provider} melde: {says}' },
  waits: { en: 'Waits until {until}', nb: 'Venter til {until}', nn: 'Ventar til {until}' },
  redriven: { en: 'An operator tried again', nb: 'En operatør prøvde på nytt', nn: 'Ein operatør prøvde på nytt' },
  'given-up': { en: 'Given up: {reason}', nb: 'Oppgitt: {reason}', nn: 'Gjeven opp: {reason}' },
  operator: { en: '{who} {action}', nb: '{who} {action}', nn: '{who} {action}' },
  webhook: { en: 'Webhook posted: {outcome}', nb: 'Webhook sendt: {outcome}', nn: 'Webhook send: {outcome}' },
  ended: { en: 'Ended: {status}', nb: 'Avsluttet: {status}', nn: 'Avslutta: {status}' },
} as const satisfies Record<string, Words>

/** What the words of the wire mean: a provider's answers and reports, obstacles and reasons. */
export const WIRE_WORDS = table<Words>({
  taken: { en: 'took it', nb: 'tok imot', nn: 'tok imot' },
  delivered: { en: 'delivered', nb: 'levert', nn: 'levert' },
  accepted: { en: 'under way', nb: 'underveis', nn: 'undervegs' },
  refused: { en: 'refused it', nb: 'avviste den', nn: 'avviste ho' },
  received: { en: 'received', nb: 'mottatt', nn: 'motteken' },
  'no-answer': { en: 'no answer', nb: 'ikke svar', nn: 'ikkje svar' },
  timeout: { en: 'no answer in time', nb: 'ikke svar i tide', nn: 'ikkje svar i tide' },
  unavailable: { en: 'is away', nb: 'er nede', nn: 'er nede' },
  uncertain: {
    en: 'did not answer; it may have it',
    nb: 'svarte ikke; den kan ha den',
    nn: 'svarte ikkje; han kan ha ho',
  },
  'left-alone': {
    en: 'was left alone, as it asked',
    nb: 'fikk være i fred, som den ba om',
    nn: 'fekk vere i fred, som han bad om',
  },
  operator: { en: 'by an operator', nb: 'av en operatør', nn: 'av ein operatør' },
  cancelled: { en: 'cancelled by an operator', nb: 'kansellert av en operatør', nn: 'kansellert av ein operatør' },
  erased: { en: 'the recipient was erased', nb: 'mottakeren ble slettet', nn: 'mottakaren blei sletta' },
  'register-unavailable': {
    en: 'the register did not answer',
    nb: 'registeret svarte ikke',
    nn: 'registeret svarte ikkje',
  },
  'condition-unanswered': {
    en: 'the condition was not answered',
    nb: 'betingelsen ble ikke besvart',
    nn: 'vilkåret blei ikkje svara på',
  },
})
