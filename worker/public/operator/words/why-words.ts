import type { Words } from '@straks/shared'

/** Why a shipment is where it is, in one sentence. */
export const WHY_WORDS = {
  delivered: {
    en: '{provider} reported that it was delivered.',
    nb: '{provider} meldte at den er levert.',
    nn: '{provider} melde at ho er levert.',
  },
  handedOver: {
    en: '{provider} took it, and never reports: that is all that will be heard.',
    nb: '{provider} tok imot, og melder aldri tilbake: mer får man ikke vite.',
    nn: '{provider} tok imot, og melder aldri tilbake: meir får ein ikkje vite.',
  },
  reportedFailed: {
    en: '{provider} took it and reported later: {status}{code}.',
    nb: '{provider} tok imot og meldte senere: {status}{code}.',
    nn: '{provider} tok imot og melde seinare: {status}{code}.',
  },
  refused: {
    en: '{provider} refused it: {status}{code}.',
    nb: '{provider} avviste den: {status}{code}.',
    nn: '{provider} avviste ho: {status}{code}.',
  },
  silent: {
    en: '{provider} took it, and never reported before its time was out.',
    nb: '{provider} tok imot, men meldte aldri tilbake før tiden var ute.',
    nn: '{provider} tok imot, men melde aldri tilbake før tida var ute.',
  },
  unavailable: {
    en: 'Its time ran out: no provider took it in {attempts:attempt|attempts}. The last answer was that {provider} is away{code}.',
    nb: 'Tiden løp ut: ingen leverandør tok imot på {attempts:forsøk|forsøk}. Siste svar var at {provider} er nede{code}.',
    nn: 'Tida rann ut: ingen leverandør tok imot på {attempts:forsøk|forsøk}. Siste svar var at {provider} er nede{code}.',
  },
  uncertain: {
    en: 'Its time ran out: {provider} never answered, and may have it.',
    nb: 'Tiden løp ut: {provider} svarte aldri, og kan ha den.',
    nn: 'Tida rann ut: {provider} svarte aldri, og kan ha ho.',
  },
  outOfTime: {
    en: 'Its time ran out before it was tried.',
    nb: 'Tiden løp ut før den ble prøvd.',
    nn: 'Tida rann ut før ho blei prøvd.',
  },
  erased: {
    en: 'It ended because its recipient was erased.',
    nb: 'Den ble avsluttet fordi mottakeren ble slettet.',
    nn: 'Ho blei avslutta fordi mottakaren blei sletta.',
  },
  givenUp: {
    en: 'An operator gave it up.',
    nb: 'En operatør ga den opp.',
    nn: 'Ein operatør gav ho opp.',
  },
  deadLetter: {
    en: 'No worker could handle it: {reason}. The log has the error.',
    nb: 'Ingen arbeider kunne håndtere den: {reason}. Loggen har feilen.',
    nn: 'Ingen arbeidar kunne handtere ho: {reason}. Loggen har feilen.',
  },
  cancelled: { en: 'It was cancelled.', nb: 'Den ble kansellert.', nn: 'Ho blei kansellert.' },
  conditionNotMet: {
    en: 'Its condition said not to send it.',
    nb: 'Betingelsen sa at den ikke skulle sendes.',
    nn: 'Vilkåret sa at ho ikkje skulle sendast.',
  },
  endedAs: {
    en: 'It ended without being sent: {status}.',
    nb: 'Den ble avsluttet uten å bli sendt: {status}.',
    nn: 'Ho blei avslutta utan å bli send: {status}.',
  },
  completed: {
    en: 'All of its messages have ended.',
    nb: 'Alle meldingene i den er avsluttet.',
    nn: 'Alle meldingane i ho er avslutta.',
  },
  notDue: { en: 'It waits for its time.', nb: 'Den venter på tidspunktet.', nn: 'Ho ventar på tidspunktet.' },
  obstacle: {
    en: 'It is put off: {obstacle}.',
    nb: 'Den er utsatt: {obstacle}.',
    nn: 'Ho er utsett: {obstacle}.',
  },
  waits: {
    en: 'It waits until {until}; {provider} was away{code}.',
    nb: 'Den venter til {until}; {provider} var nede{code}.',
    nn: 'Ho ventar til {until}; {provider} var nede{code}.',
  },
  waitsInDoubt: {
    en: 'It waits until {until}; {provider} did not say whether it has it{code}.',
    nb: 'Den venter til {until}; {provider} sa ikke om den har den{code}.',
    nn: 'Ho ventar til {until}; {provider} sa ikkje om han har ho{code}.',
  },
  leftAlone: {
    en: 'It waits until {until}; {provider} has had too much, and has asked to be left alone for a while.',
    nb: 'Den venter til {until}; {provider} har fått for mye, og har bedt om å være i fred en stund.',
    nn: 'Ho ventar til {until}; {provider} har fått for mykje, og har bede om å vere i fred ei stund.',
  },
  mayHaveIt: {
    en: '{provider} did not answer and may have it. Nothing tries it again but you.',
    nb: '{provider} svarte ikke, og kan ha den. Ingenting prøver den på nytt uten deg.',
    nn: '{provider} svarte ikkje, og kan ha ho. Ingenting prøver ho på nytt utan deg.',
  },
  allPaused: {
    en: 'It waits until {until}: no provider was asked, since those that may send it are paused.',
    nb: 'Den venter til {until}: ingen leverandør ble spurt, fordi de som kan sende den, er satt på pause.',
    nn: 'Ho ventar til {until}: ingen leverandør blei spurd, fordi dei som kan sende ho, er sette på pause.',
  },
  waitsForWindow: {
    en: 'It waits until {until}, when it may be sent.',
    nb: 'Den venter til {until}, da den kan sendes.',
    nn: 'Ho ventar til {until}, då ho kan sendast.',
  },
  noReport: {
    en: '{provider} has it, and has not reported yet.',
    nb: '{provider} har den, og har ikke meldt tilbake ennå.',
    nn: '{provider} har ho, og har ikkje meldt tilbake enno.',
  },
  underWay: { en: 'It is being tried.', nb: 'Den prøves nå.', nn: 'Ho blir prøvd no.' },
} as const satisfies Record<string, Words>
