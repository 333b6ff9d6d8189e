import { chooseFaults, type Faults } from '../platform/faults.ts'
import type { Random } from '../platform/random.ts'
import type { ProviderKind } from './providers.ts'

const ALPHA = { name: 'alpha', channel: 'sms', honoursReferences: true, tells: 'receipts' } as const
const BETA = { name: 'beta', channel: 'sms', honoursReferences: false, tells: 'receipts' } as const
const GAMMA = { name: 'gamma', channel: 'sms', honoursReferences: true, tells: 'receipts' } as const
const POST = { name: 'post', channel: 'email', honoursReferences: false, tells: 'failures' } as const
const DELTA = { name: 'delta', channel: 'email', honoursReferences: true, tells: 'receipts' } as const
const COURIER = { name: 'courier', channel: 'email', honoursReferences: false, tells: 'never' } as const

type Kinds = readonly ProviderKind[]

const SMS: readonly [Kinds, ...Kinds[]] = [
  [ALPHA],
  [BETA],
  [ALPHA, BETA],
  [BETA, ALPHA],
  [ALPHA, GAMMA],
  [BETA, ALPHA, GAMMA],
]
const EMAIL: readonly [Kinds, ...Kinds[]] = [[DELTA], [POST], [COURIER], [DELTA, POST], [POST, DELTA], [COURIER, DELTA]]

/** What one history is about: how the service is set up, and how much goes wrong. */
export type Scenario = {
  readonly providers: { readonly sms: Kinds; readonly email: Kinds }
  readonly faults: Faults
  readonly settings: Readonly<Record<string, string>>
  readonly organizations: readonly string[]
  /** Whether the senders have webhooks. */
  readonly hasWebhooks: boolean
  /** How long it goes on when all has ended, so that it is forgotten. */
  readonly livesOnDays: number
  /** What senders do in a day, beside what follows from it. */
  readonly actsADay: number
  /** What the clock shows at the start. */
  readonly startMs: number
}

const FIRST_START_MS = Date.UTC(2031, 0, 1)
const MS_PER_DAY = 86_400_000

/** Sweeps come some time after the last end has grown old. */
const LATEST_END_DAYS = 2

export function chooseScenario(random: Random, days: number): Scenario {
  const providers = { sms: random.pick(SMS), email: random.pick(EMAIL) }
  // What has ended is known until all is judged.
  const retentionDays = days + 10
  const names = (kinds: Kinds) => kinds.map(({ name }) => name).join(',')
  return {
    providers,
    faults: chooseFaults(random),
    organizations: random.chance(0.3) ? ['ttd', 'digdir'] : ['ttd'],
    hasWebhooks: random.chance(0.3),
    livesOnDays: random.chance(0.2) ? retentionDays + LATEST_END_DAYS : 0,
    actsADay: 2 + random.below(10),
    startMs: FIRST_START_MS + Math.floor(random.between(0, 365 * MS_PER_DAY)),
    settings: {
      // Production, because elsewhere the inbox stands in for providers.
      ENVIRONMENT: 'production',
      SMS_PROVIDERS: names(providers.sms),
      EMAIL_PROVIDERS: names(providers.email),
      SMS_WINDOW: random.chance(0.5) ? '00:00-24:00' : '09:00-17:00',
      PUBLIC_URL: 'https://straks.test',
      OBJECT_JURISDICTION: 'none',
      CONTENT_KEYS: JSON.stringify([{ id: 'simulated', key: btoa('k'.repeat(32)) }]),
      RETENTION_DAYS: String(retentionDays),
      RECEIPT_GRACE_SECONDS: random.pick(['0', '30', '600']),
      REMINDER_DELAY_SECONDS: random.pick(['3600', '86400']),
    },
  }
}
