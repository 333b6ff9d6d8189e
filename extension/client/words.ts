import { say, type Words } from '@straks/shared'
import * as vscode from 'vscode'
import { messageLanguageOf } from '../server/configuration/settings-in-force.ts'
import { MESSAGE_WORDS } from '../server/words.ts'

/** What the client itself says; the server has words of its own. */
export const CLIENT_WORDS = {
  preview: { en: 'Preview', nb: 'Forhåndsvisning', nn: 'Førehandsvising' },
  subject: MESSAGE_WORDS.subject,
  to: MESSAGE_WORDS.to,
  from: MESSAGE_WORDS.from,
  alternative: { en: 'As plain text', nb: 'Som ren tekst', nn: 'Som rein tekst' },
  refused: {
    en: 'The API refuses this request as it stands. Errors: {count}.',
    nb: 'API-et avviser denne forespørselen slik den står. Feil: {count}.',
    nn: 'API-et avviser denne førespurnaden slik han står. Feil: {count}.',
  },
  noRequest: {
    en: 'There is no notification request at the cursor.',
    nb: 'Det er ingen varslingsforespørsel ved markøren.',
    nn: 'Det er ingen varslingsførespurnad ved markøren.',
  },
  notInstant: {
    en: 'Only instant messages can be sent to the inbox.',
    nb: 'Bare instant-meldinger kan sendes til innboksen.',
    nn: 'Berre instant-meldingar kan sendast til innboksen.',
  },
  sent: {
    en: 'Sent: {answer}. Delivered to the inbox at {url}.',
    nb: 'Sendt: {answer}. Levert til innboksen på {url}.',
    nn: 'Sendt: {answer}. Levert til innboksen på {url}.',
  },
  notSent: { en: 'Not sent: {answer}', nb: 'Ikke sendt: {answer}', nn: 'Ikkje sendt: {answer}' },
  noInbox: {
    en: 'No inbox answers at {url}. Start it with `npm start`, or set `straks.inboxUrl`.',
    nb: 'Ingen innboks svarer på {url}. Start den med `npm start`, eller sett `straks.inboxUrl`.',
    nn: 'Ingen innboks svarar på {url}. Start han med `npm start`, eller set `straks.inboxUrl`.',
  },
  openInbox: { en: 'Open inbox', nb: 'Åpne innboksen', nn: 'Opne innboksen' },
  clean: {
    en: '{count:request|requests}, no findings',
    nb: '{count:forespørsel|forespørsler}, ingen funn',
    nn: '{count:førespurnad|førespurnader}, ingen funn',
  },
  found: {
    en: '{count:request|requests}, {errors:error|errors}, {warnings:warning|warnings}',
    nb: '{count:forespørsel|forespørsler}, {errors} feil, {warnings:advarsel|advarsler}',
    nn: '{count:førespurnad|førespurnader}, {errors} feil, {warnings:åtvaring|åtvaringar}',
  },
  gaveUp: { en: 'Not checked', nb: 'Ikke kontrollert', nn: 'Ikkje kontrollert' },
} satisfies Record<string, Words>

/** A sentence in the language of the setting, or of the editor. */
export function tell(words: Words, data: Readonly<Record<string, string | number>> = {}): string {
  const set = vscode.workspace.getConfiguration('straks').get<string>('language')
  const language = messageLanguageOf(set === undefined || set === 'auto' ? vscode.env.language : set)
  return say(words, language, data)
}
