import { ok } from '@straks/shared'
import { described } from '#described'
import { NOTIFICATIONS_CREATE } from '../../auth/authenticate.ts'
import { COUNTING_FENCES, type FENCES, type Fences, fencesOf, limitOf } from '../../domain/fences.ts'
import type { FenceState } from '../../fences/contract.ts'
import { fencesKeeperOf } from '../../platform/objects.ts'
import { organizationWith } from '../routing/access.ts'
import { json } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'

const toTime = (ms: number): string => new Date(ms).toISOString()

/** The fences that an organisation has, with what they have counted and refused. */
function describeFences(fences: Fences, { usedInMinute, usedInDay, trips }: FenceState) {
  const used = { perMinute: usedInMinute, perDay: usedInDay, perRecipient: undefined }
  const tripOf = (fence: (typeof FENCES)[number]) => {
    const trip = trips.find((one) => one.fence === fence)
    return { refused: trip?.refused ?? 0, ...(trip && { since: toTime(trip.sinceMs), latest: toTime(trip.lastMs) }) }
  }
  const counting = COUNTING_FENCES.flatMap((fence) => {
    const limit = limitOf(fences, fence)
    return limit ? [{ fence, ...limit, used: used[fence], ...tripOf(fence) }] : []
  })
  const { smsCountries: countries } = fences
  return [...counting, ...(countries ? [{ fence: 'smsCountries', countries, ...tripOf('smsCountries') }] : [])]
}

/** `GET /straks/v1/fences`: the organisation's fences, and what they have refused. */
export const listFences = defineRoute({
  method: 'GET',
  path: '',
  access: organizationWith(NOTIFICATIONS_CREATE),
  documentation: described(() => ({
    id: 'listFences',
    summary: 'List your fences',
    description: 'How much your organisation may send, and where; how much of that is used, and what was refused.',
    answers: { 200: json('The fences that there are.', 'FenceList') },
  })),
  handle: async ({ caller: { organization }, context: { env, config, note } }) => {
    note({ organization })
    const state = await fencesKeeperOf(env, organization).state()
    return ok(Response.json({ items: describeFences(fencesOf(config.fences, organization), state), next: null }))
  },
})
