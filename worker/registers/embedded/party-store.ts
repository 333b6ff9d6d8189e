import type { Eraser } from '../../domain/erasure.ts'
import { withTables } from '../../platform/d1.ts'
import { squeezed } from '../../platform/sql.ts'
import type { Party } from '../register.ts'

/** What a party is: a national identity number names a person, an organisation number an organisation. */
export type PartyKind = 'person' | 'organization'

/** The register's one table. Development can simulate an outage of it: `worker/development/register-outage.ts`. */
export const PARTIES_TABLE = 'parties'

/** Makes the table where there is none. */
export const PARTIES_SCHEMA = `
  CREATE TABLE IF NOT EXISTS ${PARTIES_TABLE} (
    kind TEXT NOT NULL, number TEXT NOT NULL, name TEXT NOT NULL, emails TEXT NOT NULL, mobiles TEXT NOT NULL,
    reserved INTEGER NOT NULL, PRIMARY KEY (kind, number)
  ) STRICT, WITHOUT ROWID
`

/** A place among the parties, in the order of the table. It names a person: nothing outside may see it. */
type PartyPlace = { readonly kind: PartyKind | ''; readonly number: string }

const BEFORE_ALL: PartyPlace = { kind: '', number: '' }

type PartyRow = { number: string; name: string; emails: string; mobiles: string; reserved: number }

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

const run = withTables([PARTIES_SCHEMA])

/** The persons and organisations of the embedded register. Every method throws what D1 throws. */
export class PartyStore {
  readonly #database: D1Database

  constructor(database: D1Database) {
    this.#database = database
  }

  async find(kind: PartyKind, number: string): Promise<Party | undefined> {
    return (await this.findAll(kind, [number])).get(number)
  }

  /** What is known of parties of one kind, by number. */
  async findAll(kind: PartyKind, numbers: readonly string[]): Promise<ReadonlyMap<string, Party>> {
    const { results } = await run<PartyRow>(
      this.#database,
      `SELECT number, name, emails, mobiles, reserved FROM ${PARTIES_TABLE}
       WHERE kind = ? AND number IN (SELECT value FROM json_each(?))`,
      kind,
      JSON.stringify(numbers),
    )
    return new Map(results.map((row) => [row.number, toParty(row)]))
  }

  /** Whether there is no party at all. */
  async isEmpty(): Promise<boolean> {
    const { results } = await run(this.#database, `SELECT 1 FROM ${PARTIES_TABLE} LIMIT 1`)
    return results.length === 0
  }

  /** Stores a party: in place of what was known of it, or only if nothing was. Says whether it was stored. */
  async save(kind: PartyKind, number: string, party: Party, ifKnown: 'REPLACE' | 'IGNORE'): Promise<boolean> {
    const { meta } = await run(
      this.#database,
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
    const { meta } = await run(
      this.#database,
      `DELETE FROM ${PARTIES_TABLE} WHERE kind = ? AND number = ?`,
      kind,
      number,
    )
    return meta.changes > 0
  }

  /** The place of the party that so many come before; `undefined` where there are fewer. */
  async placeBehind(parties: number): Promise<PartyPlace | undefined> {
    if (parties === 0) return BEFORE_ALL
    const { results } = await run<{ kind: PartyKind; number: string }>(
      this.#database,
      `SELECT kind, number FROM ${PARTIES_TABLE} ORDER BY kind, number LIMIT 1 OFFSET ?`,
      parties - 1,
    )
    return results[0]
  }

  /** The numbers and addresses of some parties behind a place, how many those are, and the last of them; `undefined` at the end. */
  async names(
    after: PartyPlace,
    limit: number,
  ): Promise<{ names: readonly string[]; parties: number; next: PartyPlace | undefined }> {
    const { results } = await run<PartyRow & { kind: PartyKind }>(
      this.#database,
      `SELECT * FROM ${PARTIES_TABLE} WHERE (kind, number) > (?, ?) ORDER BY kind, number LIMIT ?`,
      after.kind,
      after.number,
      limit,
    )
    const names = results.flatMap((row) => {
      const { emails, mobiles } = toParty(row)
      return [row.number, ...emails, ...mobiles]
    })
    return { names, parties: results.length, next: results.length < limit ? undefined : results.at(-1) }
  }

  /** Forgets a party by its number, and an address wherever a party has it. Tells how many parties that changed. */
  async erase(eraser: Eraser): Promise<number> {
    const { results } = await run<PartyRow & { kind: PartyKind }>(
      this.#database,
      `SELECT * FROM ${PARTIES_TABLE} WHERE number = ?1
         OR instr(${squeezed('emails')}, ?1) > 0 OR instr(${squeezed('mobiles')}, ?1) > 0`,
      eraser.sieve,
    )
    let changed = 0
    for (const { kind, ...row } of results) {
      const { number } = row
      if (eraser.isIn(number)) {
        await this.remove(kind, number)
        changed++
        continue
      }
      const { emails, mobiles, ...party } = toParty(row)
      const kept = {
        emails: emails.filter((one) => !eraser.isIn(one)),
        mobiles: mobiles.filter((one) => !eraser.isIn(one)),
      }
      if (kept.emails.length === emails.length && kept.mobiles.length === mobiles.length) continue
      await this.save(kind, number, { ...party, ...kept }, 'REPLACE')
      changed++
    }
    return changed
  }
}
