import type { Safety, Severity, Words } from '../../shared/index.ts'

/** The words of every rule's page, around what the rule itself says. */
export const PAGE_WORDS = {
  title: { en: 'The rules', nb: 'Reglene', nn: 'Reglane' },
  intro: {
    en: 'The editor, the terminal and the edge apply the same rules, under the same names.',
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
  byHand: { en: 'By hand.', nb: 'For hånd.', nn: 'For hand.' },
  whenNot: { en: 'When not to use it', nb: 'Når du ikke bruker den', nn: 'Når du ikkje bruker han' },
  refusesAnyway: {
    en: 'The edge refuses what this rule calls an error. Turned off, it only lets you learn of it later.',
    nb: 'API-et avviser det som regelen kaller en feil. Er den slått av, får du bare vite det senere.',
    nn: 'API-et avviser det som regelen kallar ein feil. Er han slått av, får du berre vite det seinare.',
  },
  onlyAdvises: {
    en: 'The edge accepts what this rule advises against. Turn it off where you do so on purpose.',
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
    en: 'The editor suggests a repair that changes what the request means: only a person can choose it.',
    nb: 'Editoren foreslår en retting som endrer hva forespørselen betyr: bare et menneske kan velge den.',
    nn: 'Editoren føreslår ei retting som endrar kva førespurnaden betyr: berre eit menneske kan velje ho.',
  },
}
