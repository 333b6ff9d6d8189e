import type { Words } from '@straks/shared'
import type { SyntaxErrorReason } from '../document/syntax-error.ts'

/** What each syntax error about a text says. */
export const SYNTAX_WORDS: Readonly<Record<SyntaxErrorReason, Words>> = {
  empty: {
    en: 'There is no request in this file.',
    nb: 'Det er ingen forespørsel i denne filen.',
    nn: 'Det er ingen førespurnad i denne fila.',
  },
  symbol: {
    en: 'This word is not JSON; put text in double quotes.',
    nb: 'Dette ordet er ikke JSON. Tekst skal stå i doble anførselstegn.',
    nn: 'Dette ordet er ikkje JSON. Tekst skal stå i doble hermeteikn.',
  },
  number: { en: 'This is not a number.', nb: 'Dette er ikke et tall.', nn: 'Dette er ikkje eit tal.' },
  'property-name': {
    en: 'A member name in double quotes is missing here.',
    nb: 'Her mangler et feltnavn i doble anførselstegn.',
    nn: 'Her manglar eit feltnamn i doble hermeteikn.',
  },
  value: { en: 'A value is missing here.', nb: 'Her mangler en verdi.', nn: 'Her manglar ein verdi.' },
  colon: { en: 'A colon is missing here.', nb: 'Her mangler et kolon.', nn: 'Her manglar eit kolon.' },
  comma: { en: 'A comma is missing here.', nb: 'Her mangler et komma.', nn: 'Her manglar eit komma.' },
  'close-brace': {
    en: 'A closing `}` is missing.',
    nb: 'En avsluttende `}` mangler.',
    nn: 'Ein avsluttande `}` manglar.',
  },
  'close-bracket': {
    en: 'A closing `]` is missing.',
    nb: 'En avsluttende `]` mangler.',
    nn: 'Ein avsluttande `]` manglar.',
  },
  'after-end': {
    en: 'The document ended before this; it can have only one value.',
    nb: 'Dokumentet sluttet før dette. Her kan bare én verdi stå.',
    nn: 'Dokumentet slutta før dette. Her kan berre éin verdi stå.',
  },
  comment: {
    en: 'JSON has no comments; move it out, or name the file `.jsonc`.',
    nb: 'JSON har ikke kommentarer. Flytt den ut, eller kall filen `.jsonc`.',
    nn: 'JSON har ikkje kommentarar. Flytt han ut, eller kall fila `.jsonc`.',
  },
  'comment-inside': {
    en: 'JSON has no comments; move it out.',
    nb: 'JSON har ikke kommentarer. Flytt den ut.',
    nn: 'JSON har ikkje kommentarar. Flytt han ut.',
  },
  'open-comment': {
    en: 'This comment has no end.',
    nb: 'Denne kommentaren har ingen slutt.',
    nn: 'Denne kommentaren har ingen slutt.',
  },
  'open-string': {
    en: 'This text has no closing quote on its line.',
    nb: 'Denne teksten mangler et avsluttende anførselstegn på linjen.',
    nn: 'Denne teksten manglar eit avsluttande hermeteikn på linja.',
  },
  unicode: {
    en: '`\\u` takes four hexadecimal digits.',
    nb: '`\\u` krever fire heksadesimale sifre.',
    nn: '`\\u` krev fire heksadesimale siffer.',
  },
  escape: {
    en: 'There is no such escape; write `\\\\` for a backslash.',
    nb: 'Denne escape-sekvensen finnes ikke. Skriv `\\\\` for en omvendt skråstrek.',
    nn: 'Denne escape-sekvensen finst ikkje. Skriv `\\\\` for ein omvend skråstrek.',
  },
  character: {
    en: 'A control character must be written as an escape, such as `\\n` or `\\t`.',
    nb: 'Et kontrolltegn må skrives som en escape-sekvens, for eksempel `\\n` eller `\\t`.',
    nn: 'Eit kontrollteikn må skrivast som ein escape-sekvens, til dømes `\\n` eller `\\t`.',
  },
  'trailing-comma': {
    en: 'JSON allows no comma after the last one.',
    nb: 'JSON tillater ikke komma etter det siste.',
    nn: 'JSON tillèt ikkje komma etter det siste.',
  },
  duplicate: {
    en: 'This member is repeated further down as `{name}`; only the last one counts.',
    nb: 'Dette feltet står på nytt lenger ned som `{name}`. Bare det siste gjelder.',
    nn: 'Dette feltet står på nytt lenger ned som `{name}`. Berre det siste gjeld.',
  },
  deep: {
    en: 'This nests deeper than {depth} levels; it is not read further.',
    nb: 'Dette er nøstet dypere enn {depth} nivåer og leses ikke videre.',
    nn: 'Dette er nøsta djupare enn {depth} nivå og blir ikkje lese vidare.',
  },
  large: {
    en: 'This request is larger than the {kibibytes} KiB that the API takes; it is not checked further.',
    nb: 'Denne forespørselen er større enn de {kibibytes} KiB som API-et tar imot, og kontrolleres ikke videre.',
    nn: 'Denne førespurnaden er større enn dei {kibibytes} KiB som API-et tek imot, og blir ikkje kontrollert vidare.',
  },
  'large-file': {
    en: 'This file is larger than {mebibytes} MiB; it is not checked.',
    nb: 'Denne filen er større enn {mebibytes} MiB og kontrolleres ikke.',
    nn: 'Denne fila er større enn {mebibytes} MiB og blir ikkje kontrollert.',
  },
  'not-judged': {
    en: 'Requests from here on are not checked until the mistakes before them are put right.',
    nb: 'Forespørslene herfra kontrolleres ikke før feilene foran dem er rettet.',
    nn: 'Førespurnadene herfrå blir ikkje kontrollerte før feila framfor dei er retta.',
  },
  'no-rule': {
    en: 'There is no rule `{name}`: this comment changes nothing.',
    nb: 'Det finnes ingen regel `{name}`. Kommentaren endrer ingenting.',
    nn: 'Det finst ingen regel `{name}`. Kommentaren endrar ingenting.',
  },
  'cut-off': {
    en: '`ConvertTo-Json` stops after {name} levels here, and writes what is deeper as text such as `System.Collections.Hashtable`; say how deep the request is with `-Depth`.',
    nb: '`ConvertTo-Json` stopper etter {name} nivåer her, og skriver det som ligger dypere, som tekst, for eksempel `System.Collections.Hashtable`. Oppgi hvor dyp forespørselen er, med `-Depth`.',
    nn: '`ConvertTo-Json` stoppar etter {name} nivå her, og skriv det som ligg djupare, som tekst, til dømes `System.Collections.Hashtable`. Oppgi kor djup førespurnaden er, med `-Depth`.',
  },
}

/** The titles of the fixes for syntax errors, and the words that point to the other place. */
export const SYNTAX_FIX_WORDS = {
  removeComma: { en: 'Remove the comma', nb: 'Fjern kommaet', nn: 'Fjern kommaet' },
  writeDeeper: { en: 'Write all levels', nb: 'Skriv alle nivåene', nn: 'Skriv alle nivåa' },
  meant: { en: 'Did you mean `{meant}`?', nb: 'Mente du `{meant}`?', nn: 'Meinte du `{meant}`?' },
  other: { en: 'This one counts', nb: 'Dette gjelder', nn: 'Dette gjeld' },
} satisfies Record<string, Words>
