/** A unit that Cloudflare bills: dollars for a million, how many the plan includes each month, and where that is told. */
type Price = {
  readonly unit: string
  readonly dollars: number
  readonly included: number
  readonly source: string
}

/** When the pages were read. `docs/cost.md` shows what they say. */
export const PRICES_READ = '2026-11-22'

const WORKERS = 'https://developers.cloudflare.com/workers/platform/pricing/'
const OBJECTS = 'https://developers.cloudflare.com/durable-objects/platform/pricing/'
const QUEUES = 'https://developers.cloudflare.com/queues/platform/pricing/'
const LOGS = 'https://developers.cloudflare.com/workers/observability/logs/workers-logs/'

/** What the platform takes beyond what the plan includes. */
export const PRICES = {
  requests: {
    unit: 'requests to the Worker, and batches of its queues',
    dollars: 0.3,
    included: 10_000_000,
    source: WORKERS,
  },
  cpuMs: { unit: 'processor time, ms', dollars: 0.02, included: 30_000_000, source: WORKERS },
  objectRequests: {
    unit: 'requests to objects: calls and alarms',
    dollars: 0.15,
    included: 1_000_000,
    source: OBJECTS,
  },
  gigabyteSeconds: { unit: 'duration of objects, GB-s', dollars: 12.5, included: 400_000, source: OBJECTS },
  rowsWritten: {
    unit: 'rows written, with each alarm that is set',
    dollars: 1,
    included: 50_000_000,
    source: OBJECTS,
  },
  rowsRead: { unit: 'rows read', dollars: 0.001, included: 25_000_000_000, source: OBJECTS },
  queueOperations: {
    unit: 'operations of queues: write, read, delete',
    dollars: 0.4,
    included: 1_000_000,
    source: QUEUES,
  },
  logLines: { unit: 'lines in the log', dollars: 0.6, included: 20_000_000, source: LOGS },
  megabyteMonths: {
    unit: 'storage of objects, MB for a month each',
    dollars: 200,
    included: 5_000,
    source: OBJECTS,
  },
} as const satisfies Readonly<Record<string, Price>>

/** What the plan costs each month. */
export const PLAN_DOLLARS = 5
