import { table } from '@straks/shared'
import { logError } from '../platform/log.ts'
import { PARTIES_TABLE, type PartyKind, PartyStore } from '../registers/embedded/party-store.ts'
import type { Party } from '../registers/register.ts'

type Seed = Pick<Party, 'name'> & Partial<Party>

/** Synthetic persons: no such number is given to anyone. One has reserved, one has no address, one's messages fail. */
const PERSONS = table<Seed>({
  '08900499559': { name: 'Ola Nordmann', emails: ['ola.nordmann@example.com'], mobiles: ['+4799999001'] },
  '07827199405': { name: 'Kari Nordmann', mobiles: ['+4799999002'] },
  '13876698239': { name: 'Per Reservert', emails: ['per@example.com'], mobiles: ['+4799999003'], reserved: true },
  '10108000398': { name: 'Anne Adresseløs' },
  '26818099001': { name: 'Nils Umulig', emails: ['bounced@simulator.test'], mobiles: ['+4799990003'] },
})

/** Organisations with names of our own: several addresses, one, only a mobile, none. */
const ORGANIZATIONS = table<Seed>({
  '991825827': {
    name: 'Eksempeldirektoratet',
    emails: ['post@example.com', 'vakt@example.com'],
    mobiles: ['+4799999101'],
  },
  '313756270': { name: 'Rask Elg AS', emails: ['rask.elg@example.com'] },
  '311234579': { name: 'Blå Fjord Borettslag', mobiles: ['+4799999102'] },
  '312469146': { name: 'Stille Vann AS' },
})

const SEEDS: Readonly<Record<PartyKind, ReadonlyMap<string, Seed>>> = {
  person: PERSONS,
  organization: ORGANIZATIONS,
}

/** The databases that this process has looked at. */
const seen = new WeakSet<D1Database>()

const hasTable = async (database: D1Database): Promise<boolean> =>
  (await database.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').bind(PARTIES_TABLE).first()) !== null

/** Puts a few parties into a new database of the embedded register. One that has a table stays as it is. */
export async function seedRegister({ REGISTER_DATABASE: database }: Env): Promise<void> {
  if (seen.has(database)) return
  try {
    if (!(await hasTable(database))) {
      const store = new PartyStore(database)
      for (const kind of ['person', 'organization'] as const)
        for (const [number, seed] of SEEDS[kind])
          await store.save(kind, number, { emails: [], mobiles: [], reserved: false, ...seed }, 'IGNORE')
    }
    seen.add(database)
  } catch (error) {
    // A register that is away is no reason not to answer.
    logError('register-not-seeded', error)
  }
}
