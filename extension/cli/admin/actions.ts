import { fail, ok, type Result } from '@straks/shared'
import type { AdminArguments, ShipmentFilter } from './arguments.ts'
import { type AnswerMembers, type CallFailure, isMembers, type OperatorApi } from './operator-api.ts'
import { auditText, countsText, overviewText, shipmentsText, shipmentText, shown } from './show.ts'

/** What an action gave: to be printed as JSON, or as text. */
type Outcome = { readonly json: unknown; readonly text: string }

/** What was asked for, and each name that it is about. */
type Asked = AdminArguments & { readonly subjects: readonly string[] }

type Run = (api: OperatorApi, asked: Asked) => Promise<Result<Outcome, CallFailure>>

const query = (members: Readonly<Record<string, string>>): string => {
  const text = new URLSearchParams(members).toString()
  return text === '' ? '' : `?${text}`
}

/** The items of a list, page after page, up to a limit. */
async function listed(
  api: OperatorApi,
  path: string,
  filter: ShipmentFilter,
  limit: number,
): Promise<Result<AnswerMembers[], CallFailure>> {
  const items: AnswerMembers[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await api.call('GET', path + query({ ...filter, ...(cursor !== undefined && { cursor }) }))
    if (!page.ok) return page
    for (const item of Array.isArray(page.value.items) ? page.value.items : []) if (isMembers(item)) items.push(item)
    const { next } = page.value
    if (typeof next !== 'string' || items.length >= limit) return ok(items.slice(0, limit))
    cursor = next
  }
}

/** Adds up counts. */
function sum(one: AnswerMembers, other: AnswerMembers): AnswerMembers {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return Object.fromEntries(names.map((name) => [name, Number(one[name] ?? 0) + Number(other[name] ?? 0)]))
}

/** A failure after some pages: what had been done by then is done. */
const withDone = ({ kind, message }: CallFailure, counts: AnswerMembers, where = ''): CallFailure => ({
  kind,
  message: `${where === '' ? '' : `${where}: `}${message}; before that: ${Object.entries(counts)
    .map(([name, count]) => `${name} ${shown(count)}`)
    .join(', ')}`,
})

/** Posts again and again, as long as the answer says that there is more, and adds up what came of it. */
async function postAll(
  api: OperatorApi,
  path: string,
  body: AnswerMembers,
  countsOf: (answer: AnswerMembers) => AnswerMembers,
): Promise<Result<Outcome, CallFailure>> {
  let counts: AnswerMembers = {}
  for (let cursor: string | undefined; ; ) {
    const answer = await api.call('POST', path, { ...body, ...(cursor !== undefined && { cursor }) })
    if (!answer.ok) return cursor === undefined ? answer : fail(withDone(answer.failure, counts))
    counts = sum(counts, countsOf(answer.value))
    const { next } = answer.value
    if (typeof next !== 'string') return ok({ json: counts, text: countsText(counts) })
    cursor = next
  }
}

const erased = (answer: AnswerMembers): AnswerMembers => (isMembers(answer.erased) ? answer.erased : {})

const NOTHING_ERASED = 'Nothing was erased: nothing that is stored names anyone to erase.\n'

/** Erases, and says so where that was no one: a name that is misspelt must not look like one that is done with. */
async function eraseAll(api: OperatorApi, path: string, body: AnswerMembers): Promise<Result<Outcome, CallFailure>> {
  const all = await postAll(api, path, body, erased)
  if (!all.ok || Object.values(Object(all.value.json)).some((count) => count !== 0)) return all
  return ok({ json: all.value.json, text: NOTHING_ERASED })
}

/** Erases one name after the other, and says of each what came of it. What was erased before a failure is erased. */
async function eraseEach(api: OperatorApi, names: readonly string[]): Promise<Result<Outcome, CallFailure>> {
  let counts: AnswerMembers = {}
  let told = ''
  for (const [place, recipient] of names.entries()) {
    const one = await eraseAll(api, '/erasures', { recipient })
    const which = names.length > 1 ? `Name ${place + 1} of ${names.length}\n` : ''
    if (!one.ok) return place === 0 ? one : fail(withDone(one.failure, counts, which.trim()))
    counts = sum(counts, Object(one.value.json))
    told += `${which}${one.value.text}`
  }
  return ok({ json: counts, text: told })
}

/** A shipment or a provider, and whose it is where that was said. */
const pathOf = (what: 'shipments' | 'providers', { subjects, filter }: Asked, action = ''): string =>
  `/${what}/${encodeURIComponent(subjects.join(' '))}${action}${query({ ...filter })}`

const onOne =
  (what: 'shipments' | 'providers', action: string, done: string): Run =>
  async (api, asked) => {
    const answer = await api.call('POST', pathOf(what, asked, `/${action}`))
    return answer.ok ? ok({ json: answer.value, text: `${shown(asked.subjects[0])} ${done}\n` }) : answer
  }

const redriveOne: Run = async (api, asked) => {
  const answer = await api.call('POST', pathOf('shipments', asked, '/redrive'))
  if (!answer.ok) return answer
  const came = answer.value.attempt === 'under-way' ? 'has an attempt under way; no other is made.' : 'is tried again.'
  return ok({ json: answer.value, text: `${shown(asked.subjects[0])} ${came}\n` })
}

/** Says whether an organisation's mail goes to an address, which is not repeated. */
const onAddress =
  (path: string, done: string): Run =>
  async (api, { subjects, filter }) => {
    const body = { organization: filter.organization, emailAddress: subjects[0] }
    const answer = await api.call('POST', `/suppressions${path}`, body)
    return answer.ok ? ok({ json: answer.value, text: `${shown(filter.organization)}: ${done}\n` }) : answer
  }

/** What each action does. */
const RUNS = new Map<string, Run>([
  [
    'overview',
    async (api, { minutes }) => {
      const answer = await api.call('GET', `/overview${query({ minutes: String(minutes) })}`)
      return answer.ok ? ok({ json: answer.value, text: overviewText(answer.value) }) : answer
    },
  ],
  [
    'find',
    async (api, { filter, limit }) => {
      const items = await listed(api, '/shipments', filter, limit)
      return items.ok ? ok({ json: items.value, text: shipmentsText(items.value) }) : items
    },
  ],
  [
    'show',
    async (api, asked) => {
      const answer = await api.call('GET', pathOf('shipments', asked))
      return answer.ok ? ok({ json: answer.value, text: shipmentText(answer.value) }) : answer
    },
  ],
  [
    'redrive',
    async (api, asked) =>
      asked.subjects.length === 0
        ? postAll(api, '/redrives', asked.filter, ({ redriven, refused }) => ({ redriven, refused }))
        : redriveOne(api, asked),
  ],
  ['give-up', onOne('shipments', 'give-up', 'is given up.')],
  ['cancel', onOne('shipments', 'cancel', 'is cancelled.')],
  ['pause', onOne('providers', 'pause', 'gets no new messages.')],
  ['resume', onOne('providers', 'resume', 'is asked again.')],
  ['suppress', onAddress('', 'Its mail does not go there.')],
  ['lift', onAddress('/lift', 'Its mail goes there again.')],
  ['erase', async (api, { subjects }) => eraseEach(api, subjects)],
  ['erase-again', async (api) => eraseAll(api, '/erasures/repeat', {})],
  [
    'audit',
    async (api, { limit }) => {
      const items = await listed(api, '/audit', {}, limit)
      return items.ok ? ok({ json: items.value, text: auditText(items.value) }) : items
    },
  ],
])

/** Does what was asked. */
export const runAction: Run = async (api, asked) =>
  RUNS.get(asked.action)?.(api, asked) ?? fail({ kind: 'refused', message: `there is no action ${asked.action}` })
