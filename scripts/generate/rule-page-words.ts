import type { Safety, Severity, Words } from '../../shared/index.ts'

/** The words of every rule's page, around what the rule itself says. */
export const PAGE_WORDS = {
  title: { en: 'The rules', nb: 'Reglene', nn: 'Reglane' },
  intro: {
    en: 'The editor, the terminal and the API apply the same rules, under the same names.',
    nb: 'Editoren, terminalen og API-et bruker de samme reglene, under de samme navnene.',
    nn: 'Editoren, terminalen og API-et bruker dei same reglane, under dei same namna.',
  },
  rule: { en: 'Rule', nb: 'Regel', nn: 'Regel' },
  usualSeverity: { en: 'Usual severity', nb: 'Vanlig alvorlighet', nn: 'Vanleg alvorsgrad' },
  whatToDo: { en: 'What to do', nb: 'Hva du gjør', nn: 'Kva du gjer' },
  why: { en: 'Why', nb: 'Hvorfor', nn: 'Kvifor' },
  wrong: { en: 'Wrong', nb: 'Feil', nn: 'Feil' },
  right: { en: 'Right', nb: 'Riktig', nn: 'Rett' },
  repair: { en: 'Repair', nb: 'Retting', nn: 'Retting' },
  byHand: { en: 'None. Mend it by hand.', nb: 'Ingen. Rett det for hånd.', nn: 'Inga. Rett det for hand.' },
  whenNot: { en: 'When not to use it', nb: 'Når du ikke bruker den', nn: 'Når du ikkje bruker han' },
  refusesAnyway: {
    en: 'The API refuses what this rule reports as an error, also where the rule is off: you only find out later.',
    nb: 'API-et avviser det som regelen melder som en feil, også der den er slått av: Du får bare vite det senere.',
    nn: 'API-et avviser det som regelen melder som ein feil, også der han er slått av: Du får berre vite det seinare.',
  },
  onlyAdvises: {
    en: 'The API accepts what this rule advises against. Turn the rule off where you do it on purpose.',
    nb: 'API-et godtar det som regelen fraråder. Slå den av der du gjør det med vilje.',
    nn: 'API-et godtek det som regelen rår frå. Slå han av der du gjer det med vilje.',
  },
  inOtherLanguages: { en: 'In other languages', nb: 'På andre språk', nn: 'På andre språk' },
} as const satisfies Record<string, Words>

export const LANGUAGE_NAMES = { en: 'English', nb: 'Bokmål', nn: 'Nynorsk' } as const

export const SEVERITY_WORDS: Readonly<Record<Severity, Words>> = {
  error: { en: 'error', nb: 'feil', nn: 'feil' },
  warning: { en: 'warning', nb: 'advarsel', nn: 'åtvaring' },
  information: { en: 'information', nb: 'opplysning', nn: 'opplysing' },
  hint: { en: 'hint', nb: 'hint', nn: 'hint' },
}

/** What a page says of repairs of each kind. */
export const REPAIR_WORDS: Readonly<Record<Safety, Words>> = {
  safe: {
    en: 'The editor offers a safe repair, and `straks lint --fix` makes it.',
    nb: 'Editoren tilbyr en trygg retting, og `straks lint --fix` gjør den.',
    nn: 'Editoren tilbyr ei trygg retting, og `straks lint --fix` gjer ho.',
  },
  suggested: {
    en: 'The editor suggests a repair that changes what the request means, so a person must choose it.',
    nb: 'Editoren foreslår en retting som endrer hva forespørselen betyr, så et menneske må velge den.',
    nn: 'Editoren føreslår ei retting som endrar kva førespurnaden betyr, så eit menneske må velje ho.',
  },
}
