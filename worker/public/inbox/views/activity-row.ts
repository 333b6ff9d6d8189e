import { type Language, say } from '@straks/shared'
import { element } from '../../common/element.ts'
import { type IconName, icon } from '../../common/icon.ts'
import type { Part } from '../../common/reconcile.ts'
import { isStatus, STATUS_WORDS } from '../../common/status-words.ts'
import { exactTime } from '../../common/time.ts'
import { unfolding } from '../../common/unfolding.ts'
import type { ActivityRow, ActivityStage } from '../model/activity.ts'
import type { PageState } from '../model/page-state.ts'
import { ACTIVITY_WORDS } from '../words/activity-words.ts'
import type { Actions } from './actions.ts'
import { factsOf } from './facts.ts'

const ICONS = {
  refused: 'cross',
  failed: 'cross',
  waiting: 'clock',
  underway: 'clock',
  delivered: 'tick',
  done: 'tick',
} as const satisfies Record<ActivityStage, IconName>

/** The lines that a reader has opened. */
const opened = new Set<string>()

/** To whom a request is, as it says itself. */
const recipientIn = (body: string | undefined): string =>
  /"(?:phoneNumber|emailAddress|nationalIdentityNumber|orgNumber|externalIdentity)":\s*"([^"\\]{1,80})"|"recipients":\s*\[\s*"([^"\\]{1,80})"/i
    .exec(body ?? '')
    ?.slice(1)
    .find((found) => found !== undefined) ?? ''

/** What became of it, in words. */
function meaning({ stage, status, isTaken, request }: ActivityRow, language: Language): string {
  const word = (name: keyof typeof ACTIVITY_WORDS): string =>
    say(ACTIVITY_WORDS[name], language, { status: request.status })
  if (stage === 'refused') return word('refused')
  if (status === 'SMS_New') return word('waitsForWindow')
  if (stage === 'waiting') return word('waitsForTime')
  if (status === String(request.status)) return word('accepted')
  const words = isStatus(status) ? say(STATUS_WORDS[status], language) : word(stage === 'done' ? 'done' : 'asking')
  return stage === 'failed' && !isTaken ? `${words}: ${word('neverTaken')}` : words
}

/** One line: when, to whom, and what became of it; opened, everything that is known of it. */
export function activityRow(row: ActivityRow, state: PageState, actions: Actions): Part {
  const { key, request, shipmentId, place, status, stage } = row
  const { language } = state
  const advice = state.advice.get(request.id) ?? []
  const canBringForward = shipmentId !== undefined && stage === 'waiting'
  return {
    key,
    version: `${status} ${stage} ${row.isTaken} ${advice.length} ${language}`,
    make() {
      const details = element(
        'details',
        { class: `activity-row is-${stage}` },
        element(
          'summary',
          { 'data-focus': `activity ${key}` },
          element('time', { datetime: request.at }, exactTime(request.at, language)),
          element('span', { class: 'badge' }, icon(ICONS[stage]), element('span', {}, meaning(row, language))),
          element(
            'span',
            { class: 'activity-to' },
            recipientIn(request.body),
            place > 0
              ? element('span', { class: 'hint' }, ' ', say(ACTIVITY_WORDS.reminder, language, { number: place }))
              : undefined,
          ),
          element('code', {}, status === String(request.status) ? `${request.method} ${request.path}` : status),
        ),
      )
      unfolding(details, opened, key, () => factsOf({ request, shipmentId, advice, address: undefined }, language))
      const forward = canBringForward
        ? element(
            'button',
            { type: 'button', 'data-focus': `forward ${key}`, onclick: () => actions.bringForward(row) },
            say(ACTIVITY_WORDS.bringForward, language),
          )
        : undefined
      return element('li', {}, details, forward)
    },
  }
}
