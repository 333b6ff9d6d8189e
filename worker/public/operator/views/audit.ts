import { type Language, say } from '@straks/shared'
import { element } from '../../common/element.ts'
import { reconcile } from '../../common/reconcile.ts'
import type { DeskState } from '../model/desk-state.ts'
import { AUDIT_WORDS } from '../words/audit-words.ts'
import { DESK_WORDS } from '../words/desk-words.ts'
import type { Actions } from './actions.ts'
import { auditTable } from './audit-table.ts'
import { moreButton } from './more-button.ts'

/** What operators did and looked at, the newest first. */
export function createAudit(language: Language, actions: Actions) {
  const word = (name: keyof typeof AUDIT_WORDS): string => say(AUDIT_WORDS[name], language)
  const body = element('div', { class: 'audit' })
  const node = element(
    'section',
    { class: 'sheet', 'aria-label': say(DESK_WORDS.audit, language) },
    element('h2', {}, word('title')),
    element('p', { class: 'hint' }, word('hint')),
    body,
  )

  function update({ audit, busy }: DeskState): void {
    if (!audit) {
      reconcile(body, [])
      return
    }
    const { items, next } = audit
    const nothing = { key: 'nothing', make: () => element('p', {}, word('nothing')) }
    const table = {
      key: 'entries',
      version: `${items.length} ${items[0]?.at ?? ''}`,
      make: () => auditTable(word('title'), items, language),
    }
    const more = next === null ? [] : [moreButton(say(DESK_WORDS.more, language), busy > 0, actions.auditMore)]
    reconcile(body, items.length === 0 ? [nothing] : [table, ...more])
  }

  return { node, update }
}
