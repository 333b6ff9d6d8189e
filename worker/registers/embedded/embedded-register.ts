import { logError } from '../../log/log.ts'
import type { Lookup, Register } from '../register.ts'
import { type PartyKind, PartyStore } from './party-store.ts'

/**
 * The register that comes with the service: a table in D1. It knows no dates, so nothing in it is stale, and no users of
 * an organisation, so a resource adds no addresses.
 */
export function embeddedRegister({ REGISTER_DATABASE }: Env): Register {
  const store = new PartyStore(REGISTER_DATABASE)

  async function find(kind: PartyKind, number: string): Promise<Lookup> {
    try {
      const party = await store.find(kind, number)
      return party ? { kind: 'found', party } : { kind: 'unknown' }
    } catch (error) {
      logError('register-unavailable', error, { register: 'embedded', party: kind })
      return { kind: 'unavailable' }
    }
  }

  return {
    findPerson: ({ nationalIdentityNumber }) => find('person', nationalIdentityNumber),
    findOrganization: ({ organizationNumber }) => find('organization', organizationNumber),
  }
}
