import { type Language, say } from '@straks/shared'
import type { PreviewMessage } from '../protocol.ts'
import type { ShownRequest } from '../server/features/preview.ts'
import { MESSAGE_WORDS } from '../server/words.ts'
import { onItsLines, onOneLine } from './terminal-text.ts'

function messageText(message: PreviewMessage, language: Language): string {
  const { channel, reminder, from, to, subject, body, alternative, size, when } = message
  const word = (name: keyof typeof MESSAGE_WORDS): string => say(MESSAGE_WORDS[name], language)
  const medium = channel === 'sms' ? 'SMS' : word('email')
  const heading = [medium, reminder ? word('reminder') : undefined, size, when].filter(Boolean).join(' · ')
  const people = [from && `${word('from')}: ${from}`, to && `${word('to')}: ${to}`]
  const told = [`## ${heading}`, ...people, subject && `${word('subject')}: ${subject}`]
  const head = told.flatMap((line) => (line ? onOneLine(line) : []))
  return `${[...head, '', onItsLines(alternative ?? body)].join('\n')}\n`
}

/** A request's messages for a person at a terminal. */
export function previewText({ kind, errors, messages }: ShownRequest, language: Language): string {
  const told = errors > 0 ? ` (${say(MESSAGE_WORDS.errors, language, { count: errors })})` : ''
  return `# ${kind}${told}\n\n${messages.map((message) => messageText(message, language)).join('\n')}`
}
