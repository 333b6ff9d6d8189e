import type { Party } from '../register.ts'

/** What a party is. A national identity number names a person, an organisation number an organisation. */
export type PartyKind = 'person' | 'organization'

/** The register's one table. A laptop makes an outage of it: `worker/dev/register-outage.ts`. */
export const PARTIES_TABLE = 'parties'

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS ${PARTIES_TABLE} (
    kind TEXT NOT NULL, number TEXT NOT NULL, name TEXT NOT NULL, emails TEXT NOT NULL, mobiles TEXT NOT NULL,
    reserved INTEGER NOT NULL, PRIMARY KEY (kind, number)
  ) STRICT, WITHOUT ROWID
`

type PartyRow = { name: string; emails: string; mobiles: string; reserved: number }

/** Addresses are kept as lists in JSON; only this file writes them. */
const addresses = (json: string): readonly string[] => {
  const list: unknown = JSON.parse(json)
  return Array.isArray(list) ? list.map(String) : []
}

/** The databases of this isolate whose table is made. One that failed is asked again. */
const prepared = new WeakMap<D1Database, Promise<unknown>>()

function prepare(database: D1Database): Promise<unknown> {
  const known = prepared.get(database)
  if (known) return known
  const fresh = database.prepare(SCHEMA).run()
  prepared.set(database, fresh)
  fresh.catch(() => prepared.delete(database))
  return fresh
}

/** The persons and organisations of the embedded register. Every method throws what D1 throws. */
export class PartyStore {
  readonly #database: D1Database

  constructor(database: D1Database) {
    this.#database = database
  }

  async find(kind: PartyKind, number: string): Promise<Party | undefined> {
    await prepare(this.#database)
    const row = await this.#database
      .prepare(`SELECT name, emails, mobiles, reserved FROM ${PARTIES_TABLE} WHERE kind = ? AND number = ?`)
      .bind(kind, number)
      .first<PartyRow>()
    if (!row) return undefined
    const { name, emails, mobiles, reserved } = row
    return { name, emails: addresses(emails), mobiles: addresses(mobiles), reserved: reserved === 1 }
  }

  /** Stores a party in place of what was known of it. */
  async save(kind: PartyKind, number: string, party: Party): Promise<void> {
    await this.#insert(kind, number, party, 'REPLACE')
  }

  /** Stores a party unless something is known of it; says whether it did. */
  async saveIfUnknown(kind: PartyKind, number: string, party: Party): Promise<boolean> {
    return (await this.#insert(kind, number, party, 'IGNORE')) > 0
  }

  /** Forgets a party; says whether there was one. */
  async remove(kind: PartyKind, number: string): Promise<boolean> {
    await prepare(this.#database)
    const { meta } = await this.#database
      .prepare(`DELETE FROM ${PARTIES_TABLE} WHERE kind = ? AND number = ?`)
      .bind(kind, number)
      .run()
    return meta.changes > 0
  }

  async #insert(kind: PartyKind, number: string, party: Party, ifKnown: 'REPLACE' | 'IGNORE'): Promise<number> {
    await prepare(this.#database)
    const { meta } = await this.#database
      .prepare(
        `INSERT OR ${ifKnown} INTO ${PARTIES_TABLE} (kind, number, name, emails, mobiles, reserved)
         VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .bind(
        kind,
        number,
        party.name,
        JSON.stringify(party.emails),
        JSON.stringify(party.mobiles),
        Number(party.reserved),
      )
      .run()
    return meta.changes
  }
}
