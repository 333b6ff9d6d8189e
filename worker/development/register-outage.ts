import { PARTIES_TABLE } from '../registers/embedded/party-store.ts'

const AWAY = `${PARTIES_TABLE}_away`

const isAway = async (database: D1Database): Promise<boolean> =>
  (await database.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').bind(AWAY).first()) !== null

/**
 * Makes the embedded register unavailable, or available again; what it knows stays. The outage is a real one and holds
 * in every isolate: the table is put aside, and a view that leads nowhere takes its name, so that D1 refuses each query
 * and no isolate makes the table anew.
 */
export async function setAvailability(database: D1Database, available: boolean): Promise<void> {
  if ((await isAway(database)) !== available) return
  const statements = available
    ? [`DROP VIEW ${PARTIES_TABLE}`, `ALTER TABLE ${AWAY} RENAME TO ${PARTIES_TABLE}`]
    : [
        `ALTER TABLE ${PARTIES_TABLE} RENAME TO ${AWAY}`,
        `CREATE VIEW ${PARTIES_TABLE} AS SELECT * FROM ${PARTIES_TABLE}_nowhere`,
      ]
  await database.batch(statements.map((sql) => database.prepare(sql)))
}
