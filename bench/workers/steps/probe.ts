import { DurableObject } from 'cloudflare:workers'

/** The least an object can do: nothing, or one row. */
export class Probe extends DurableObject<unknown> {
  constructor(ctx: DurableObjectState, env: unknown) {
    super(ctx, env)
    ctx.storage.sql.exec('CREATE TABLE IF NOT EXISTS rows (key TEXT PRIMARY KEY)')
  }

  nothing(): void {
    // The call itself is what is measured.
  }

  /** Stores one row; the platform holds the answer back until it is on disk. */
  insert(key: string): void {
    this.ctx.storage.sql.exec('INSERT INTO rows (key) VALUES (?)', key)
  }

  /** Stores one row and waits for the disk itself. */
  async insertAndSync(key: string): Promise<void> {
    this.insert(key)
    await this.ctx.storage.sync()
  }
}
