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
  always: { en: 'It cannot be turned off.', nb: 'Den kan ikke slås av.', nn: 'Han kan ikkje slåast av.' },
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

/** What is checked before every rule: that the text is JSON, and that its members have the right types. */
export const BEFORE_THE_RULES = [
  {
    code: 'json-syntax',
    summary: {
      en: 'Write JSON (RFC 8259).',
      nb: 'Skriv JSON (RFC 8259).',
      nn: 'Skriv JSON (RFC 8259).',
    },
    why: {
      en: 'The edge reads JSON and nothing else: comments, trailing commas, single quotes and more than 64 levels are refused. In a file that ends in `.jsonc` comments and trailing commas are accepted, because a request is only made from such a file.',
      nb: 'API-et leser JSON og ikke noe annet: kommentarer, komma til slutt, enkle anførselstegn og mer enn 64 nivåer blir avvist. I en fil som slutter på `.jsonc`, er kommentarer og komma til slutt tillatt, fordi en forespørsel bare lages av en slik fil.',
      nn: 'API-et les JSON og ikkje noko anna: kommentarar, komma til slutt, enkle hermeteikn og meir enn 64 nivå blir avviste. I ei fil som sluttar på `.jsonc`, er kommentarar og komma til slutt lov, fordi ein førespurnad berre blir laga av ei slik fil.',
    },
    wrong: '{ "idempotencyId": "1", } // a comment',
    right: '{ "idempotencyId": "1" }',
  },
  {
    code: 'schema',
    summary: {
      en: 'Give each required member, with the type that its description names.',
      nb: 'Ta med hvert felt som kreves, med den typen som beskrivelsen angir.',
      nn: 'Ta med kvart felt som må vere med, med den typen som skildringa oppgir.',
    },
    why: {
      en: 'A request that lacks a member, or has a string where a number belongs, cannot be understood. Names may be written in any case and numbers in quotes; unknown members are ignored.',
      nb: 'En forespørsel som mangler et felt, eller har tekst der det skal stå et tall, kan ikke forstås. Navn kan skrives med store og små bokstaver om hverandre og tall i anførselstegn; ukjente felt blir oversett.',
      nn: 'Ein førespurnad som manglar eit felt, eller har tekst der det skal stå eit tal, kan ikkje bli forstått. Namn kan skrivast med store og små bokstavar om kvarandre og tal i hermeteikn; ukjende felt blir oversette.',
    },
    wrong: '{ "idempotencyId": "1", "recipientSms": [] }',
    right:
      '{ "idempotencyId": "1", "recipientSms": { "phoneNumber": "+4799999999", "timeToLiveInSeconds": 120, "smsSettings": { "body": "Hei" } } }',
  },
] as const
