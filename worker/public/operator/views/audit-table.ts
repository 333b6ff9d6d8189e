import { type Language, say } from '@straks/shared'
import { element } from '../../common/element.ts'
import { shortTime } from '../../common/time.ts'
import type { AuditEntry } from '../model/answers.ts'
import { foundAddress, shipmentAddress } from '../model/place.ts'
import { AUDIT_WORDS } from '../words/audit-words.ts'
import { auditPhrase } from './audit-phrase.ts'
import { dataTable } from './data-table.ts'
import { number } from './numbers.ts'

/** What an entry was about: a shipment, or an organisation, with the way there. */
function about({ shipmentId, organization }: AuditEntry): Node | string {
  if (shipmentId !== undefined)
    return element('a', { href: shipmentAddress(shipmentId, organization) }, element('code', {}, shipmentId))
  return organization === undefined ? '–' : element('a', { href: foundAddress({ organization }) }, organization)
}

/** Entries of the audit log. */
export function auditTable(caption: string, entries: readonly AuditEntry[], language: Language): HTMLElement {
  const word = (name: keyof typeof AUDIT_WORDS): string => say(AUDIT_WORDS[name], language)
  return dataTable(
    caption,
    (['at', 'who', 'action', 'about', 'details', 'outcome'] as const).map(word),
    entries.map((entry) => [
      element('time', { datetime: entry.at }, shortTime(entry.at, language)),
      entry.who,
      // What a deployment that was rolled back has noted may have no words here.
      Object.hasOwn(AUDIT_WORDS, entry.action) ? word(entry.action) : entry.action,
      about(entry),
      entry.details === undefined || entry.details === '' ? '–' : auditPhrase(entry.details, language),
      entry.outcome === null ? word('noOutcome') : auditPhrase(entry.outcome, language),
    ]),
    (value) => number(value, language),
  )
}
