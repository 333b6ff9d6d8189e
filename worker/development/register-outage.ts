import { PARTIES_TABLE } from '../registers/embedded/party-store.ts'

const AWAY = `${PARTIES_TABLE}_away`

const isAway = async (database: D1Database): Promise<boolean> =>
  (await database.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').bind(AWAY).first()) !== null

const run = (database: D1Database, ...statements: readonly string[]) =>
  database.batch(statements.map((sql) => database.prepare(sql)))

/**
 * Makes the embedded register unavailable; what it knows stays. The outage is a real one and holds in every process: the
 * table is put aside, and a view that leads nowhere takes its name, so that D1 refuses each query and no process makes the
 * table anew.
 */
export async function startOutage(database: D1Database): Promise<void> {
  if (await isAway(database)) return
  await run(
    database,
    `ALTER TABLE ${PARTIES_TABLE} RENAME TO ${AWAY}`,
    `CREATE VIEW ${PARTIES_TABLE} AS SELECT * FROM ${PARTIES_TABLE}_nowhere`,
  )
}

/** Makes the embedded register available again. */
export async function endOutage(database: D1Database): Promise<void> {
  if (!(await isAway(database))) return
  await run(database, `DROP VIEW ${PARTIES_TABLE}`, `ALTER TABLE ${AWAY} RENAME TO ${PARTIES_TABLE}`)
}
