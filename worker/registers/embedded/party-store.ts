import type { Party } from '../register.ts'

/** What a party is: a national identity number names a person, an organisation number an organisation. */
export type PartyKind = 'person' | 'organization'

/** The register's one table. A laptop makes outages of it: `worker/dev/register-outage.ts`. */
export const PARTIES_TABLE = 'parties'

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS ${PARTIES_TABLE} (
    kind TEXT NOT NULL, number TEXT NOT NULL, name TEXT NOT NULL, emails TEXT NOT NULL, mobiles TEXT NOT NULL,
    reserved INTEGER NOT NULL, PRIMARY KEY (kind, number)
  ) STRICT, WITHOUT ROWID
`

type PartyRow = { name: string; emails: string; mobiles: string; reserved: number }

/** Addresses are kept as a list in JSON; only this file writes them. */
const toAddresses = (json: string): readonly string[] => {
  const list: unknown = JSON.parse(json)
  return Array.isArray(list) ? list.map(String) : []
}

const toParty = ({ name, emails, mobiles, reserved }: PartyRow): Party => ({
  name,
  emails: toAddresses(emails),
  mobiles: toAddresses(mobiles),
  reserved: reserved === 1,
})

/**
 * The databases whose table this isolate has made. What is remembered is that it was made, not the promise of it: a
 * request must not wait for the work of another that may be gone.
 */
const prepared = new WeakSet<D1Database>()

/** The persons and organisations of the embedded register. Every method throws what D1 throws. */
export class PartyStore {
  readonly #database: D1Database

  constructor(database: D1Database) {
    this.#database = database
  }

  async find(kind: PartyKind, number: string): Promise<Party | undefined> {
    const { results } = await this.#run<PartyRow>(
      `SELECT name, emails, mobiles, reserved FROM ${PARTIES_TABLE} WHERE kind = ? AND number = ?`,
      kind,
      number,
    )
    const [row] = results
    return row && toParty(row)
  }

  /** Stores a party: in place of what was known of it, or only if nothing was. Says whether it was stored. */
  async save(kind: PartyKind, number: string, party: Party, ifKnown: 'REPLACE' | 'IGNORE'): Promise<boolean> {
    const { meta } = await this.#run(
      `INSERT OR ${ifKnown} INTO ${PARTIES_TABLE} (kind, number, name, emails, mobiles, reserved) VALUES (?, ?, ?, ?, ?, ?)`,
      kind,
      number,
      party.name,
      JSON.stringify(party.emails),
      JSON.stringify(party.mobiles),
      Number(party.reserved),
    )
    return meta.changes > 0
  }

  /** Forgets a party; says whether there was one. */
  async remove(kind: PartyKind, number: string): Promise<boolean> {
    const { meta } = await this.#run(`DELETE FROM ${PARTIES_TABLE} WHERE kind = ? AND number = ?`, kind, number)
    return meta.changes > 0
  }

  /** Runs a statement; an isolate's first one makes the table on the same way to the database. */
  async #run<Row>(sql: string, ...values: (string | number)[]): Promise<D1Result<Row>> {
    const database = this.#database
    const statement = database.prepare(sql).bind(...values)
    if (prepared.has(database)) return statement.run<Row>()
    const [, result] = await database.batch<Row>([database.prepare(SCHEMA), statement])
    if (!result) throw new Error('D1 gave no result for the second of two statements')
    prepared.add(database)
    return result
  }
}
