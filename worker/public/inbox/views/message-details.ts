import { say } from '@straks/shared'
import type { InboxMessage } from '../../../providers/inbox/inbox-message.ts'
import { element } from '../../common/element.ts'
import type { Part } from '../../common/reconcile.ts'
import { unfolding } from '../../common/unfolding.ts'
import { requestOf } from '../model/activity.ts'
import { messageAddress } from '../model/address.ts'
import type { PageState } from '../model/page-state.ts'
import { ACTIVITY_WORDS } from '../words/activity-words.ts'
import { factsOf } from './facts.ts'

/** The details that a reader has opened, so that they stay open when more becomes known. */
const opened = new Set<string>()

/** What is known of a message beside what its recipient sees, folded; how many remarks the judge has is seen at once. */
export function messageDetails(message: InboxMessage, state: PageState): Part {
  const { language } = state
  const { id, shipmentId } = message
  const request = requestOf(state, shipmentId)
  const advice = (request && state.advice.get(request.id)) ?? []
  return {
    key: `details ${id}`,
    version: `${request?.id} ${advice.length}`,
    make() {
      const count = advice.length
      const label = element('span', { class: 'timeline-label' }, say(ACTIVITY_WORDS.details, language))
      const mark =
        count === 0
          ? undefined
          : element('span', { class: 'remarks' }, say(ACTIVITY_WORDS.remarks, language, { count }))
      const summary = element('summary', { 'data-focus': `details ${id}` }, label, mark)
      const address = new URL(messageAddress(id), location.href).href
      return unfolding(element('details', { class: 'status' }, summary), opened, id, () =>
        factsOf({ request, shipmentId, advice, address }, language),
      )
    },
  }
}
