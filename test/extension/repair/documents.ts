import type { JsonValue } from '@straks/shared'
import { rulePages } from '@straks/shared/rule-pages'
import type { Random } from '../../../scripts/corpora/random.ts'

type Members = Readonly<Record<string, JsonValue>>

const isMembers = (value: JsonValue | undefined): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const examples = Object.values(rulePages).flatMap((page) => {
  const { good, bad } = page.examples()
  return [...bad, ...bad, ...bad, ...good]
})

/** Texts with several things to put right, some of them near each other. */
const TEXTS = [
  'Hei $recipentName$, logg inn på altinn.no eller https://minetat.no/skjema nå.',
  'solgt av Møller Bil.no AS, se også <a href="https://x.no">her</a>',
  'Hilsen $sendersname$ og $ sendersName $',
  '“Koden” – er 428516… Den er gyldig i 2 minutter',
  'Kontakt <saksbehandler> på <ola@etaten.no>',
  '<p>Hei</p>',
  'Se “Altinn”',
  'Half \ud83c of one, and a whole 🎉',
  'a\u0000b\\c"d/e\tf',
  '',
  ' ',
] as const

const NAMES = ['customRecipients', 'customRecipient', 'notificationChannel', 'sendReminder', 'recipients'] as const

/** A value somewhat like the one it comes from: members dropped, emptied, doubled, put in other words or letter case. */
function vary(value: JsonValue, random: Random): JsonValue {
  if (typeof value === 'string') return random.chance(0.06) ? random.pick(TEXTS) : value
  if (typeof value === 'number') return random.chance(0.1) ? String(value) : random.chance(0.06) ? value * 7 : value
  if (Array.isArray(value)) {
    const list = value.map((item: JsonValue) => vary(item, random))
    while (list.length > 0 && random.chance(0.4))
      list.splice(random.integer(0, list.length), 0, list[random.integer(0, list.length - 1)] ?? null)
    return list
  }
  if (!isMembers(value)) return value
  const entries = Object.entries(value).flatMap(([name, member]): [string, JsonValue][] => {
    if (random.chance(0.03)) return []
    const written = random.chance(0.04) ? name.toUpperCase() : name
    return [[written, random.chance(0.04) ? null : vary(member, random)]]
  })
  if (random.chance(0.03)) entries.push([random.pick(NAMES), null])
  if (random.chance(0.05)) entries.push(['x-own', { list: [1, [2, {}], []], text: 'own' }])
  if (random.chance(0.3)) entries.sort(() => (random.chance(0.5) ? 1 : -1))
  return Object.fromEntries(entries)
}

/** Two requests of one kind in one, member by member, so that their mistakes meet. */
function merge(one: JsonValue, other: JsonValue): JsonValue {
  if (!isMembers(one) || !isMembers(other)) return other
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return Object.fromEntries(
    [...names].map((name) => {
      const [here, there] = [one[name], other[name]]
      return [name, here === undefined ? (there ?? null) : there === undefined ? here : merge(here, there)]
    }),
  )
}

/** A request with mistakes. */
export function makeRequest(random: Random): JsonValue {
  const start = examples[random.integer(0, examples.length - 1)]
  if (!start) throw new Error('there are no examples')
  const alike = examples.filter(({ kind }) => kind === start.kind)
  let made = start.document
  for (let more = random.integer(0, 2); more > 0; more--) {
    const other = alike[random.integer(0, alike.length - 1)]
    if (other) made = merge(made, other.document)
  }
  return vary(made, random)
}
