import * as z from 'zod'

const Statement = z.object({ runs: z.number(), rowsRead: z.number(), rowsWritten: z.number() })

/** What `workers/counted` has counted since its start. */
export const Counts = z.object({
  requests: z.number(),
  queueBatches: z.number(),
  queueMessages: z.number(),
  logLines: z.number(),
  calls: z.record(z.string(), z.number()),
  statements: z.record(z.string(), Statement),
})

export type Counts = z.infer<typeof Counts>

/** What came since an earlier count. */
export function difference(after: Counts, before: Counts): Counts {
  const less = (name: 'requests' | 'queueBatches' | 'queueMessages' | 'logLines') => after[name] - before[name]
  const calls = Object.entries(after.calls).map(([name, count]) => [name, count - (before.calls[name] ?? 0)] as const)
  const statements = Object.entries(after.statements).map(([name, { runs, rowsRead, rowsWritten }]) => {
    const earlier = before.statements[name] ?? { runs: 0, rowsRead: 0, rowsWritten: 0 }
    return [
      name,
      {
        runs: runs - earlier.runs,
        rowsRead: rowsRead - earlier.rowsRead,
        rowsWritten: rowsWritten - earlier.rowsWritten,
      },
    ] as const
  })
  return {
    requests: less('requests'),
    queueBatches: less('queueBatches'),
    queueMessages: less('queueMessages'),
    logLines: less('logLines'),
    calls: Object.fromEntries(calls),
    statements: Object.fromEntries(statements),
  }
}
