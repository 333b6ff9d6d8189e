import { type Language, say, table, type Words } from '@straks/shared'
import { element } from '../../common/element.ts'
import { icon } from '../../common/icon.ts'
import { isStatus, STATUS_WORDS } from '../../common/status-words.ts'

const ORDER_WORDS = table<Words>({
  Order_Registered: { en: 'Waits for its time', nb: 'Venter på tidspunktet', nn: 'Ventar på tidspunktet' },
  Order_Processing: { en: 'Under way', nb: 'Underveis', nn: 'Undervegs' },
  Order_Processed: { en: 'Under way', nb: 'Underveis', nn: 'Undervegs' },
  Order_Completed: { en: 'Ended', nb: 'Avsluttet', nn: 'Avslutta' },
  Order_Cancelled: { en: 'Cancelled', nb: 'Kansellert', nn: 'Kansellert' },
  Order_SendConditionNotMet: {
    en: 'Condition not met',
    nb: 'Betingelsen var ikke oppfylt',
    nn: 'Vilkåret var ikkje oppfylt',
  },
})

const ICONS = { underway: 'clock', delivered: 'tick', failed: 'cross', done: 'tick' } as const

const DONE: ReadonlySet<string> = new Set(['Order_Completed', 'Order_Cancelled', 'Order_SendConditionNotMet'])

/** Where a status stands on the way, that of an order too. */
export function badgeStageOf(status: string): keyof typeof ICONS {
  if (status.includes('_Failed')) return 'failed'
  if (status.endsWith('_Delivered')) return 'delivered'
  return DONE.has(status) ? 'done' : 'underway'
}

/** What a status means; one that has no words here, as the wire writes it. */
export function statusText(status: string, language: Language): string {
  const words = isStatus(status) ? STATUS_WORDS[status] : ORDER_WORDS.get(status)
  return words ? say(words, language) : status
}

/** A status at a glance: sign and words. */
export function statusBadge(status: string, language: Language): HTMLElement {
  const stage = badgeStageOf(status)
  return element('span', { class: `badge ${stage}` }, icon(ICONS[stage]), statusText(status, language))
}
