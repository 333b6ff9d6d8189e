import { MS_PER_MINUTE } from '@straks/shared'
import { measureSms } from '@straks/shared/text'
import type { SmsContent } from '../../domain/message.ts'
import type { Outgoing } from '../provider.ts'
import type { LinkSettings } from './settings.ts'
import { element, escapeText, isWritable } from './xml/write-xml.ts'

/** The kinds of message a gateway knows. PSWinCom Gateway XML API, "Message types". */
const UNICODE_OPERATION = '9'

/** One message a request: a request that fails says nothing of another message. */
const MESSAGE_NUMBER = '1'

/** A text as the hexadecimal digits of its UTF-16 units, the most significant first. */
function toUcs2(text: string): string {
  let digits = ''
  for (let index = 0; index < text.length; index++) digits += text.charCodeAt(index).toString(16).padStart(4, '0')
  return digits.toUpperCase()
}

/** A number as the gateway wants it: no `+`. A sender's name stays as it is. */
const toMsisdn = (number: string): string => number.replace(/^\+(?=\d+$)/, '')

/** Minutes until a message is worthless, rounded down: the network may give up early, but not late. At least one. */
const minutesLeft = (expiresAtMs: number, nowMs: number): number =>
  Math.max(Math.floor((expiresAtMs - nowMs) / MS_PER_MINUTE), 1)

/** A message as the gateway takes it. PSWinCom Gateway XML API; docs/altinn/notifications.md §5.1. */
export function writeSubmission(
  { username, password }: Pick<LinkSettings, 'username' | 'password'>,
  { from, body }: SmsContent,
  { to, expiresAtMs }: Pick<Outgoing, 'to' | 'expiresAtMs'>,
  nowMs: number,
): string {
  const isPlain = measureSms(body).encoding === 'GSM-7' && isWritable(body)
  const message = [
    element('ID', MESSAGE_NUMBER),
    element('TEXT', isPlain ? escapeText(body) : toUcs2(body)),
    element('SND', escapeText(toMsisdn(from))),
    element('RCV', escapeText(toMsisdn(to))),
    element('TTL', String(minutesLeft(expiresAtMs, nowMs))),
    isPlain ? '' : element('OP', UNICODE_OPERATION),
  ].join('')
  const login = element('CLIENT', escapeText(username)) + element('PW', escapeText(password))
  return `<?xml version="1.0" encoding="utf-8"?>${element('SESSION', login + element('MSGLST', element('MSG', message)))}`
}
