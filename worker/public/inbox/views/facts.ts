import { type Language, say } from '@straks/shared'
import type { InboxRequest } from '../../../providers/inbox/inbox-request.ts'
import { COMMON_WORDS } from '../../common/common-words.ts'
import { copyButton } from '../../common/copy-button.ts'
import { element } from '../../common/element.ts'
import type { Advice } from '../model/page-state.ts'
import { ACTIVITY_WORDS } from '../words/activity-words.ts'

/** What is known of a message or a request beside what its recipient sees. */
type Facts = {
  readonly request: InboxRequest | undefined
  readonly shipmentId: string | undefined
  readonly advice: readonly Advice[]
  /** Where the message is, if it has arrived. */
  readonly address: string | undefined
}

/** A JSON text laid out for reading; another as it is. */
function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2)
  } catch {
    return text
  }
}

const referenceIn = (body: string | undefined): string | undefined =>
  /"sendersReference":\s*"([^"\\]{1,255})"/i.exec(body ?? '')?.[1]

function fact(name: string, value: string | undefined, language: Language): (HTMLElement | undefined)[] {
  if (value === undefined) return []
  const copy = copyButton(value, say(COMMON_WORDS.copy, language), language)
  return [element('dt', {}, name), element('dd', {}, element('code', {}, value), ' ', copy)]
}

/** A text that was sent or answered, with a button that copies it. */
function block(name: string, text: string | undefined, language: Language): HTMLElement | undefined {
  if (text === undefined || text === '') return undefined
  const shown = laidOut(text)
  return element(
    'div',
    { class: 'command' },
    element('div', { class: 'command-head' }, name, copyButton(shown, say(COMMON_WORDS.copy, language), language)),
    element('pre', { tabindex: 0, role: 'group', 'aria-label': name }, shown),
  )
}

/** The remarks of the judge, each with its rule's page. */
function remarks(advice: readonly Advice[], language: Language): HTMLElement | undefined {
  if (advice.length === 0) return undefined
  const folder = language === 'en' ? '' : `${language}/`
  return element(
    'div',
    { class: 'advice' },
    element('p', { class: 'advice-title' }, say(ACTIVITY_WORDS.advice, language)),
    element(
      'ul',
      {},
      ...advice.map(({ code, severity, message }) =>
        element(
          'li',
          { class: `remark ${severity}` },
          message.replaceAll('`', ''),
          ' ',
          element('a', { href: `/docs/rules/${folder}${code}` }, code),
        ),
      ),
    ),
  )
}

/** Shipment, reference, organisation, request, answer and advice. */
export function factsOf({ request, shipmentId, advice, address }: Facts, language: Language): HTMLElement {
  const word = (name: keyof typeof ACTIVITY_WORDS): string => say(ACTIVITY_WORDS[name], language)
  return element(
    'div',
    { class: 'facts' },
    remarks(advice, language),
    element(
      'dl',
      {},
      ...fact(word('shipment'), shipmentId, language),
      ...fact(word('reference'), referenceIn(request?.body), language),
      ...fact(word('organization'), request?.organization, language),
    ),
    address === undefined ? undefined : copyButton(address, word('link'), language),
    block(request ? `${word('request')}: ${request.method} ${request.path}` : '', request?.body, language),
    block(request ? `${word('answer')}: ${request.status}` : '', request?.answer, language),
  )
}
