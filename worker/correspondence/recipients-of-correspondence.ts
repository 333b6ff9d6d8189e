import type { Eraser } from '../domain/erasure.ts'
import { identityOf } from '../domain/recipient-identity.ts'
import type { NotifiedParty } from './notified-party.ts'
import type { Facts, NewCorrespondence, StoredCorrespondence } from './record.ts'

/** That someone is in a correspondence: by number, address or name, in lower case. */
export type CorrespondenceEntry = { readonly recipient: string; readonly correspondenceId: string }

type Named = Pick<NewCorrespondence | StoredCorrespondence, 'facts' | 'notification'>

const mainName = ({ facts: { recipient } }: Named): string =>
  recipient.kind === 'external' ? recipient.urn : recipient.number

/** Everyone who is in a correspondence: its recipient, and whom its notifications go to. */
export function entriesOf(one: Named): readonly CorrespondenceEntry[] {
  const names = [mainName(one), ...(one.notification?.parties ?? []).map(({ recipient }) => identityOf(recipient))]
  const { correspondenceId } = one.facts
  return [...new Set(names.map((name) => name.toLowerCase()))].map((recipient) => ({ recipient, correspondenceId }))
}

/**
 * What is left of a correspondence's parties without someone: `all-gone` where the message itself is theirs, `nothing` to
 * take out where they are not in it.
 */
export function withoutRecipient(one: Named, eraser: Eraser): 'all-gone' | 'nothing' | readonly NotifiedParty[] {
  if (eraser.isIn(mainName(one))) return 'all-gone'
  const parties = one.notification?.parties ?? []
  const kept = parties.filter(({ recipient }) => !eraser.isIn(identityOf(recipient)))
  return kept.length === parties.length ? 'nothing' : kept
}

/** What is known of a correspondence, without references that name someone. */
export function withoutNames(facts: Facts, eraser: Eraser): Facts {
  const { sendersReference, messageSender } = facts
  return {
    ...facts,
    sendersReference: eraser.isIn(sendersReference) ? '' : sendersReference,
    messageSender: eraser.isIn(messageSender ?? '') ? undefined : messageSender,
  }
}
