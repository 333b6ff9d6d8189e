import { choicesOf, isMemberName } from './member-names.ts'

/** Members that the classes of Altinn's own API call otherwise than its JSON does, in lower case. */
const ALTINN_NAMES: ReadonlyMap<string, string> = new Map([
  ['instantnotificationrecipient', 'recipient'],
  ['shortmessagedeliverydetails', 'recipientSms'],
  ['shortmessagecontent', 'smsSettings'],
  ['instantemaildetails', 'recipientEmail'],
])

/** What a class's member is called in JSON; `undefined` where nothing is known of it. */
export const wireName = (name: string): string | undefined =>
  isMemberName(name) ? name : ALTINN_NAMES.get(name.toLowerCase())

/** A constant of an enumeration as Java writes it, with or without its class. */
const CONSTANT = /^(?:[\p{ID_Start}_][\p{ID_Continue}]*\s*\.\s*)*([A-Z][A-Z_]*)$/u

/** UTF-16 units of a constant with its class. */
const CONSTANT_MAX_UNITS = 200

/** Which of a member's choices a constant stands for: `EMAIL_PREFERRED` for `EmailPreferred`. */
export function choiceOf(member: string, written: string): string | undefined {
  const constant = written.length > CONSTANT_MAX_UNITS ? undefined : CONSTANT.exec(written)?.[1]
  const plain = constant?.replaceAll('_', '').toLowerCase()
  return choicesOf(member).find((choice) => choice.toLowerCase() === plain)
}
