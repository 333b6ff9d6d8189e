import { withTables } from '../../platform/d1.ts'
import type { ResourceLanguage } from '../register.ts'

/** The names of a resource, by language. */
type ResourceNames = Readonly<Partial<Record<ResourceLanguage, string>>>

type Row = { [Language in ResourceLanguage]: string | null }

const run = withTables([
  'CREATE TABLE IF NOT EXISTS resources (id TEXT PRIMARY KEY, nb TEXT, nn TEXT, en TEXT) STRICT, WITHOUT ROWID',
])

/** The resources of the embedded register. Every method throws what D1 throws. */
export class ResourceStore {
  readonly #database: D1Database

  constructor(database: D1Database) {
    this.#database = database
  }

  /** The name of a resource in a language, else in bokmål. */
  async find(resourceId: string, language: ResourceLanguage): Promise<string | undefined> {
    const { results } = await run<Row>(this.#database, 'SELECT nb, nn, en FROM resources WHERE id = ?', resourceId)
    const [row] = results
    return row?.[language] || row?.nb || undefined
  }

  async save(resourceId: string, { nb, nn, en }: ResourceNames): Promise<void> {
    await run(
      this.#database,
      'INSERT OR REPLACE INTO resources (id, nb, nn, en) VALUES (?, ?, ?, ?)',
      resourceId,
      nb ?? null,
      nn ?? null,
      en ?? null,
    )
  }
}
