import { element } from '../../common/element.ts'
import { announce } from '../announce.ts'
import { knownId, rememberIds, shipmentIn } from './known-ids.ts'
import { type Answered, send, waitForArrival } from './send.ts'

/** Members that must be new for each request. */
const KEY = /("(?:idempotencyId|idempotentKey)":\s*")[^"]*"/

const readable = ({ text, json }: Answered): string => (json === undefined ? text : JSON.stringify(json, null, 2))

let count = 0

/** A field with its label. */
function field(label: string, control: HTMLElement): HTMLElement {
  count++
  control.id = `try-${count}`
  return element('p', {}, element('label', { for: control.id }, label), control)
}

/** One operation that can be tried: its ids, its body, and what came of it. */
function tryForm({ dataset }: HTMLElement): readonly HTMLElement[] {
  const { method = 'GET', path = '', contenttype, body } = dataset
  const names = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => name)
  const ids = names.map((name) => ({ name, input: element('input', { value: knownId(path), spellcheck: 'false' }) }))
  const text = element(
    'textarea',
    { rows: Math.min(18, (body ?? '').split('\n').length), spellcheck: 'false' },
    body ?? '',
  )
  const outcome = element('div', { class: 'outcome', 'aria-live': 'polite' })
  const button = element('button', { type: 'submit', class: 'primary' }, 'Send to my inbox')
  const form = element(
    'form',
    { class: 'try-form' },
    ...ids.map(({ name, input }) => field(name, input)),
    body === undefined ? undefined : field('Body', text),
    button,
  )

  async function go(): Promise<void> {
    text.value = text.value.replace(KEY, (_all, before: string) => `${before}${crypto.randomUUID()}"`)
    const to = ids.reduce(
      (now, { name, input }) => now.replace(`{${name}}`, encodeURIComponent(input.value.trim())),
      path,
    )
    const answered = await send(method, to, contenttype, body === undefined ? undefined : text.value)
    rememberIds(path, answered.json)
    const { status } = answered
    outcome.replaceChildren(
      element(
        'p',
        {},
        element('b', { class: status < 400 ? 'fine' : 'refused' }, String(status)),
        ` in answer to ${method} ${to}`,
      ),
      element('pre', { tabindex: 0, role: 'group', 'aria-label': 'Answer' }, readable(answered)),
    )
    announce(`Answered with ${status}`)
    // On a phone, and in the column of code, the answer comes to stand below what is seen.
    outcome.scrollIntoView({ block: 'nearest' })
    const shipment = method === 'POST' && status < 300 ? shipmentIn(answered.json) : undefined
    if (shipment !== undefined) await showArrival(outcome, shipment)
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    button.disabled = true
    void go()
      .catch(() => outcome.replaceChildren(element('p', {}, 'The service did not answer. Is it still running?')))
      .finally(() => {
        button.disabled = false
      })
  })
  return [form, outcome]
}

/** Shows the message when it is there. */
async function showArrival(outcome: HTMLElement, shipment: string): Promise<void> {
  const place = outcome.appendChild(element('p', { class: 'arrival' }, 'On its way …'))
  const message = await waitForArrival(shipment)
  place.replaceChildren(
    ...(message
      ? [
          element('span', { class: 'kind' }, `${message.channel === 'sms' ? 'SMS' : 'E-mail'} to ${message.to}`),
          element('span', { class: 'bubble' }, message.text ?? message.body),
          element('a', { href: '/' }, 'See it in the inbox'),
        ]
      : ['No message yet: it may wait for its time or its window. The inbox shows it when it comes.']),
  )
  place.scrollIntoView({ block: 'nearest' })
  if (message) announce(`Arrived: ${message.text ?? message.body}`)
}

/** Lets each operation be tried, on the service that serves this page. */
export function offerTrying(): void {
  for (const place of document.querySelectorAll<HTMLElement>('.try')) {
    const details = element('details', {}, element('summary', {}, 'Try it'))
    details.addEventListener('toggle', () => details.childElementCount === 1 && details.append(...tryForm(place)))
    place.append(details)
    place.hidden = false
  }
}
