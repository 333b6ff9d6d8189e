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
  noReason: {
    en: 'The edge applies the same rule, so there is no reason to turn it off.',
    nb: 'API-et bruker den samme regelen, så det er ingen grunn til å slå den av.',
    nn: 'API-et bruker den same regelen, så det er ingen grunn til å slå han av.',
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
