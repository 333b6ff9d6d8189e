import { type Language, say } from '@straks/shared'
import { element } from '../../common/element.ts'
import { type IconName, icon } from '../../common/icon.ts'
import { shortTime } from '../../common/time.ts'
import type { Overview } from '../model/answers.ts'
import { ACT_WORDS } from '../words/act-words.ts'
import { DESK_WORDS } from '../words/desk-words.ts'
import { NOW_WORDS } from '../words/now-words.ts'
import type { Actions } from './actions.ts'
import { channelName } from './channel-name.ts'
import { askToConfirm } from './confirm.ts'
import { dataTable } from './data-table.ts'
import { number } from './numbers.ts'

type Provider = Overview['providers'][number]
type CircuitState = Provider['state']

const CIRCUITS = {
  closed: { stage: 'delivered', sign: 'tick' },
  'half-open': { stage: 'underway', sign: 'clock' },
  open: { stage: 'failed', sign: 'cross' },
} as const satisfies Record<CircuitState, { stage: string; sign: IconName }>

/** Whether a provider is asked, by sign and word: colour alone says nothing to many. */
function standing({ state, pausedSince }: Provider, language: Language): HTMLElement {
  if (pausedSince !== undefined) {
    const time = shortTime(pausedSince, language)
    return element('span', { class: 'badge failed' }, icon('cross'), say(NOW_WORDS.pausedBy, language, { time }))
  }
  const { stage, sign } = CIRCUITS[state]
  return element('span', { class: `badge ${stage}` }, icon(sign), say(NOW_WORDS[state], language))
}

/** Pauses a provider, or takes it into use again, after it has asked. */
function steer({ name, channel, paused }: Provider, language: Language, actions: Actions): HTMLElement {
  const action = paused ? 'resume' : 'pause'
  const words = say(ACT_WORDS[action], language, { provider: name })
  const text = say(ACT_WORDS[`${action}Ask`], language, { provider: name })
  const onclick = async () => {
    if (await askToConfirm({ title: words, text, yes: words }, language)) actions.steer(name, action)
  }
  return element('button', { type: 'button', 'data-focus': `steer ${channel} ${name}`, onclick }, words)
}

/** Each provider in each channel: whether it is asked, and what it did with what it was asked. */
export function providerTable({ providers }: Overview, language: Language, actions: Actions): HTMLElement {
  const word = (name: keyof typeof NOW_WORDS): string => say(NOW_WORDS[name], language)
  const heads = (['circuit', 'sent', 'delivered', 'failed', 'steer'] as const).map(word)
  return dataTable(
    word('providers'),
    [say(DESK_WORDS.provider, language), say(DESK_WORDS.channel, language), ...heads],
    providers.map((provider) => [
      provider.name,
      channelName(provider.channel, language),
      standing(provider, language),
      ...[provider.sent, provider.delivered, provider.failed],
      steer(provider, language, actions),
    ]),
    (value) => number(value, language),
  )
}
