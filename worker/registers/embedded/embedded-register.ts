import { logError } from '../../platform/log.ts'
import {
  type Lookup,
  numberOf,
  type PartyQuery,
  type Register,
  type ResourceLookup,
  type ResourceQuery,
  registerOf,
} from '../register.ts'
import { type PartyKind, PartyStore } from './party-store.ts'
import { ResourceStore } from './resource-store.ts'

/**
 * The register that comes with the service: a table in D1. It knows no dates, so nothing in it is stale, and no users of
 * an organisation, so a resource adds no addresses.
 */
export function embeddedRegister({ REGISTER_DATABASE }: Env): Register {
  const store = new PartyStore(REGISTER_DATABASE)
  const resources = new ResourceStore(REGISTER_DATABASE)

  /** Looks up the parties of one kind: what is said of each number. */
  async function findOfKind(kind: PartyKind, queries: readonly PartyQuery[]): Promise<(number: string) => Lookup> {
    const numbers = queries.filter((query) => query.kind === kind).map(numberOf)
    if (numbers.length === 0) return () => ({ kind: 'unknown' })
    try {
      const parties = await store.findAll(kind, numbers)
      return (number) => {
        const party = parties.get(number)
        return party ? { kind: 'found', party } : { kind: 'unknown' }
      }
    } catch (error) {
      logError('register-unavailable', error, { register: 'embedded', party: kind })
      return () => ({ kind: 'unavailable' })
    }
  }

  async function findResource({ resourceId, language }: ResourceQuery): Promise<ResourceLookup> {
    try {
      const name = await resources.find(resourceId, language)
      return name === undefined ? { kind: 'unknown' } : { kind: 'found', name }
    } catch (error) {
      logError('register-unavailable', error, { register: 'embedded', party: 'resource' })
      return { kind: 'unavailable' }
    }
  }

  const register = registerOf(async (queries) => {
    const [person, organization] = await Promise.all([
      findOfKind('person', queries),
      findOfKind('organization', queries),
    ])
    return queries.map((query) => (query.kind === 'person' ? person : organization)(numberOf(query)))
  })
  return { ...register, isEmpty: () => store.isEmpty(), findResource }
}
