/** What the SQL of one kind did: how often it ran, and what the platform says of its rows. */
type StatementCount = { runs: number; rowsRead: number; rowsWritten: number }

/** What the platform bills, as far as a Worker can see it: everything since the start. */
type Counts = {
  /** Requests to the Worker, and batches that its queues brought. */
  requests: number
  queueBatches: number
  queueMessages: number
  logLines: number
  /** By `Class.method`: calls from elsewhere, and alarms that rang. */
  readonly calls: Record<string, number>
  /** By `Class: INSERT INTO table`. An alarm that is set is a row as well, and so is a key that is put. */
  readonly statements: Record<string, StatementCount>
}

export const counts: Counts = {
  requests: 0,
  queueBatches: 0,
  queueMessages: 0,
  logLines: 0,
  calls: {},
  statements: {},
}

export function countCall(name: string): void {
  counts.calls[name] = (counts.calls[name] ?? 0) + 1
}

/** Adds what a statement did to the others of its kind. */
export function countStatement(name: string, rowsRead: number, rowsWritten: number): void {
  const count = counts.statements[name] ?? { runs: 0, rowsRead: 0, rowsWritten: 0 }
  counts.statements[name] = count
  count.runs++
  count.rowsRead += rowsRead
  count.rowsWritten += rowsWritten
}

/** Counts the lines that go to the log. Nothing else is done with them. */
export function countLogLines(): void {
  const count = () => {
    counts.logLines++
  }
  Object.assign(console, { log: count, warn: count, error: count })
}
