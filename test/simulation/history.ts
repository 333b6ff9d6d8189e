import { createWorker } from '../../worker/create-worker.ts'
import * as classes from '../../worker/index.ts'
import { readTables } from '../../worker/platform/tables.ts'
import { takeInReceipt } from '../../worker/providers/receipts/references.ts'
import { PartyStore } from '../../worker/registers/embedded/party-store.ts'
import { Facts, SECRET, shipmentOf } from './model/facts.ts'
import { judgeAtTheEnd, judgeWhatIsLeft } from './model/judge-all.ts'
import { judgeAsk } from './model/judge-ask.ts'
import { Watch } from './model/watch.ts'
import { simulatedDatabase } from './platform/database.ts'
import { Deployment, type Program } from './platform/deployment.ts'
import { NO_FAULTS } from './platform/faults.ts'
import { installGlobals } from './platform/globals.ts'
import { Machine } from './platform/machine.ts'
import { ProcessIsGone } from './platform/process.ts'
import { Random } from './platform/random.ts'
import { Timeline } from './platform/timeline.ts'
import { Client, KnownCallers } from './world/clients.ts'
import { PARTIES } from './world/documents.ts'
import { simulatedInternet } from './world/internet.ts'
import { Load } from './world/load.ts'
import { Luck } from './world/luck.ts'
import { type ProviderKind, simulatedProvider } from './world/providers.ts'
import { chooseScenario } from './world/scenario.ts'
import { shippedDatabases, shippedObjects, shippedSettings } from './world/shipped.ts'

const MS_PER_DAY = 86_400_000

/** How long after the last day everything has come to its end: reminders of two days, and lives of five. */
const AFTERMATH_MS = 8 * MS_PER_DAY

/** Errors that nothing outside can cause. */
const SLIP = /"kind":"(?:TypeError|RangeError|ReferenceError|SyntaxError)"/

/** What came of a history. */
export type Told = {
  readonly seed: number
  /** What is wrong, the first fault first; empty where all is well. */
  readonly faults: readonly string[]
  readonly shipments: number
  readonly asks: number
  /** Changes with anything that happens: the same seed gives the same number. */
  readonly fingerprint: number
}

let machineNow: Machine | undefined
let internetNow: ReturnType<typeof simulatedInternet> | undefined

/** What is set in this process of Node for the history that runs. */
function current<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Code of the Worker runs outside of any history')
  return value
}

installGlobals(
  () => current(machineNow),
  () => current(internetNow),
)

// Read once in a process of Node: the first history must not wait for it where the others do not.
await readTables({ ASSETS: { fetch: async () => Response.json({ htmlReferences: [] }) } } as never)

// What a lost process still throws is lost with it; anything else that nothing waits for is a bug.
process.on('unhandledRejection', (error) => {
  if (!(error instanceof ProcessIsGone)) throw error
})

/** The Worker's objects as production binds them. */
const CLASSES = Object.fromEntries(
  Array.from(shippedObjects(), ([binding, name]) => [binding, (classes as Readonly<Record<string, unknown>>)[name]]),
) as Program['classes']

/** Lives through some days of a service, under one seed, and judges them. One at a time in a process of Node. */
export async function liveThrough(seed: number, days: number): Promise<Told> {
  const random = new Random(seed)
  const scenario = chooseScenario(random, days)
  const timeline = new Timeline(scenario.startMs)
  const machine = new Machine(random, timeline)
  machineNow = machine
  const facts = new Facts()
  const faults: string[] = []
  const fault = (sentence: string) => void faults.push(`after ${Math.round(timeline.nowMs)} ms: ${sentence}`)
  let asks = 0
  const luck = new Luck(machine)
  const providers = (kinds: readonly ProviderKind[]) =>
    kinds.map((kind) =>
      simulatedProvider(machine, kind, [...scenario.providers.sms, ...scenario.providers.email], luck, {
        onAsk: (ask) => {
          asks++
          facts.addUnsaid(shipmentOf(ask.reference), ask.organization)
          for (const wrong of judgeAsk(ask, facts, timeline)) fault(`${ask.reference} ${wrong}`)
          facts.delivery(ask.reference).asks.push(ask)
        },
        onAccepted: (name, reference) => void facts.delivery(reference).copies.push(name),
        report: async (name, { organization, reference }, receipt) => {
          await deployment.run((env) =>
            takeInReceipt({ env, bounceListeners: [] }, name, { organization, delivery: reference }, { receipt }),
          )
        },
      }),
    )
  const all = [...providers(scenario.providers.sms), ...providers(scenario.providers.email)]
  const watch = new Watch(facts, timeline, fault)
  const program = {
    classes: CLASSES,
    createWorker: () => createWorker({ providers: () => all, verifier: () => new KnownCallers() }),
  }
  const databases = Object.fromEntries(shippedDatabases().map((binding) => [binding, simulatedDatabase(machine)]))
  const settings = { ...shippedSettings(), ...scenario.settings, ...databases }
  const deployment = new Deployment(machine, program, settings, watch)
  internetNow = simulatedInternet(machine, facts)
  machine.onText = (text) => {
    if (text.match(SECRET)) fault(`a log or a queue says what a message says: ${text}`)
    if (SLIP.test(text)) fault(`the Worker slipped: ${text}`)
  }

  const clients = scenario.organizations.map((organization) => new Client(organization, deployment))
  const begin = deployment.run(async ({ REGISTER_DATABASE }: { REGISTER_DATABASE: never }) => {
    for (const { kind, number, emails, mobiles } of PARTIES)
      await new PartyStore(REGISTER_DATABASE).save(
        kind,
        number,
        { name: 'Ola', emails, mobiles, reserved: false },
        'REPLACE',
      )
  })
  const webhooks = scenario.hasWebhooks ? clients.map((client) => client.makeWebhook()) : []
  await timeline.runUntil(60_000)
  await Promise.all([begin, ...webhooks])

  machine.faults = scenario.faults
  const load = new Load(machine, deployment, clients, facts, fault)
  load.plan(days, scenario.actsADay)
  for (let day = 1; day <= days && faults.length === 0; day++) await timeline.runUntil(60_000 + day * MS_PER_DAY)
  machine.faults = NO_FAULTS
  await timeline.runUntil(timeline.nowMs + AFTERMATH_MS)
  const ended = { facts, clients, deployment, scenario, fault }
  const judge = async (how: typeof judgeAtTheEnd) => {
    const judged = how(ended)
    await timeline.runUntil(timeline.nowMs + MS_PER_DAY)
    await judged
  }
  await judge(judgeAtTheEnd)
  await timeline.runUntil(timeline.nowMs + scenario.livesOnDays * MS_PER_DAY)
  if (scenario.livesOnDays > 0) await judge(judgeWhatIsLeft)
  deployment.dismantle()
  return { seed, faults, shipments: facts.shipments.size, asks, fingerprint: random.below(2 ** 32) }
}
