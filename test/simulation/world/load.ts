import { type Facts, isFinal, SECRET, secretOf } from '../model/facts.ts'
import type { Deployment } from '../platform/deployment.ts'
import type { Machine } from '../platform/machine.ts'
import type { Answer, Client } from './clients.ts'
import { addressIn, correspondence, type Document, instantEmail, instantSms, order } from './documents.ts'
import { OperatorMoves } from './operators.ts'

const MS_PER_DAY = 86_400_000

const MOST_TRIES = 5
const LONGEST_PAUSE_MS = 20_000
const LONGEST_STALL_MS = 30_000
const LONGEST_LEAP_MS = 7_200_000
const LONGEST_STEP_BACK_MS = 3_000

type Accepted = { readonly client: Client; readonly document: Document; readonly ids: readonly string[] }

/** What senders and recipients do, and the accidents that come with it. */
export class Load {
  readonly #machine: Machine
  readonly #deployment: Deployment
  readonly #clients: readonly Client[]
  readonly #facts: Facts
  readonly #fault: (sentence: string) => void
  readonly #operators: OperatorMoves
  #acts = 0

  constructor(
    machine: Machine,
    deployment: Deployment,
    clients: readonly Client[],
    facts: Facts,
    fault: (sentence: string) => void,
  ) {
    this.#machine = machine
    this.#deployment = deployment
    this.#clients = clients
    this.#facts = facts
    this.#fault = fault
    this.#operators = new OperatorMoves(machine, deployment, facts)
  }

  /** Plans what is done in so many days: some of it alone, some in a rush. */
  plan(days: number, actsADay: number): void {
    const { random, timeline } = this.#machine
    for (let day = 0; day < days; day++)
      for (let acts = 0; acts < actsADay; ) {
        const atMs = (day + random.fraction()) * MS_PER_DAY
        const together = random.chance(0.3) ? 1 + random.below(6) : 1
        for (let index = 0; index < together; index++)
          timeline.after(atMs + random.between(0, 3_000), undefined, () => this.#act())
        acts += together
      }
  }

  #act(): void {
    const { random } = this.#machine
    const [first] = this.#clients
    const client = random.pickAny(this.#clients) ?? first
    if (!client) return
    const secret = secretOf(this.#acts++)
    const key = crypto.randomUUID()
    const nowMs = Date.now()
    const { kind, ask, document } = random.pick([
      { kind: 'message', ask: client.sms, document: instantSms(random, key, secret) },
      { kind: 'message', ask: client.sms, document: instantSms(random, key, secret) },
      { kind: 'message', ask: client.email, document: instantEmail(random, key, secret) },
      { kind: 'order', ask: client.order, document: order(random, key, secret, nowMs) },
      { kind: 'letter', ask: client.initialise, document: correspondence(random, key, secret, nowMs) },
      { kind: 'letter', ask: client.initialise, document: correspondence(random, key, secret, nowMs) },
    ] as const)
    this.#run(async () => {
      const answer = await this.#insist(() => ask(document))
      if (!answer) return
      if (kind === 'letter') return this.#followLetter(client, answer)
      // An order for a time that has passed is refused before its key is looked at, as by Altinn.
      if (kind === 'order' && answer.status === 400) return
      if (answer.status !== 201 && answer.status !== 200) throw new Error(`Refused: ${JSON.stringify(answer)}`)
      const accepted = { client, document, ids: idsOf(answer) }
      await this.#replay(accepted, () => ask(document))
      if (kind === 'order') await this.#cancel(client, answer)
      await this.#operate(accepted)
      await this.#look(accepted)
    })
    this.#disturb()
  }

  #run(work: () => Promise<void>): void {
    work().catch((error: unknown) =>
      this.#fault(`the simulator failed: ${error instanceof Error ? error.stack : error}`),
    )
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#machine.timeline.after(ms, undefined, resolve)
    })
  }

  /** Asks again until there is an answer, as a client does; at last it gives up. */
  async #insist(ask: () => Promise<Answer | undefined>): Promise<Answer | undefined> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const answer = await ask()
      if (answer) return answer
      await this.#pause(this.#machine.random.between(0, LONGEST_PAUSE_MS))
    }
    return undefined
  }

  async #replay({ ids }: Accepted, ask: () => Promise<Answer | undefined>): Promise<void> {
    const { random } = this.#machine
    if (!random.chance(0.3)) return
    await this.#pause(random.between(0, random.chance(0.5) ? 100 : MS_PER_DAY))
    const again = await ask()
    if (again && again.status !== 400 && (again.status !== 200 || idsOf(again).join() !== ids.join()))
      this.#fault(`a replay of ${ids.join()} is answered ${again.status} ${idsOf(again).join()}`)
  }

  async #cancel(client: Client, answer: Answer): Promise<void> {
    const { random, timeline } = this.#machine
    if (!random.chance(0.5)) return
    await this.#pause(random.between(0, random.chance(0.5) ? 1_000 : 40_000_000))
    const cancelled = await client.cancel(String(answer.json.notificationOrderId))
    if (cancelled?.status !== 200) return
    for (const id of idsOf(answer)) {
      const shipment = this.#facts.shipments.get(id)
      if (shipment) shipment.cancelledMs ??= timeline.nowMs
    }
  }

  /** What an operator may do about a message, when it is soon over or long. */
  async #operate({ client, document, ids }: Accepted): Promise<void> {
    const { random } = this.#machine
    if (!random.chance(0.35)) return
    await this.#pause(random.pick([500, 20_000, 200_000, MS_PER_DAY]) * random.fraction())
    const id = random.pickAny(ids)
    const recipient = addressIn(document)
    if (recipient && random.chance(0.4)) await this.#operators.erase(client.organization, recipient, ids)
    else if (id !== undefined) await this.#operators.move(client.organization, id)
  }

  /** Looks at how a message fares, some times. What has ended must not change, and leaves no text behind. */
  async #look({ client, ids }: Accepted): Promise<void> {
    const { random, timeline } = this.#machine
    for (let looks = random.below(4); looks > 0; looks--) {
      await this.#pause(random.pick([300, 20_000, 200_000, MS_PER_DAY]) * random.fraction())
      for (const id of ids) {
        const shown = await client.shipment(id)
        const shipment = this.#facts.shipments.get(id)
        if (!shown || !shipment) continue
        const before = shipment.shown
        const wasFinal = new Set(
          before?.recipients
            .filter(({ status }) => isFinal(status))
            .map(({ destination, status }) => `${destination} ${status}`),
        )
        for (const { destination, status } of shown.recipients) wasFinal.delete(`${destination} ${status}`)
        if (
          (wasFinal.size > 0 && !this.#facts.mayBeErased.has(id)) ||
          (before && isFinal(before.status) && before.status !== shown.status)
        )
          this.#fault(`${id} was ${JSON.stringify(before)} for good, and is ${JSON.stringify(shown)}`)
        shipment.shown = shown
        if (!isFinal(shown.status)) continue
        shipment.endShownMs ??= timeline.nowMs
        this.#lookForSecrets(id)
      }
    }
  }

  #lookForSecrets(shipmentId: string): void {
    const said = this.#facts
      .ofShipment(shipmentId)
      .flatMap(({ asks }) => asks.flatMap(({ body }) => body.match(SECRET) ?? []))
    for (const [name, { disk }] of this.#deployment.objects.get('ORDER_LEDGER')?.all ?? [])
      if (name.startsWith(shipmentId.slice(0, 1)) && said.some((secret) => disk.dump().includes(secret)))
        this.#fault(`${shipmentId} has ended, and its text is still there`)
  }

  async #followLetter(client: Client, { json }: Answer): Promise<void> {
    const { random, timeline } = this.#machine
    const id = letterOf(json)
    if (!random.chance(0.6)) return
    await this.#pause(random.pick([100, 200_000, 400_000, 4_000_000, MS_PER_DAY]) * random.fraction())
    const isPurge = random.chance(0.5)
    const answer = await (isPurge ? client.purge(id) : client.read(id))
    if (answer?.status !== 200) return
    const letter = this.#facts.letter(id)
    if (isPurge) letter.purgedMs ??= timeline.nowMs
    else letter.readMs ??= timeline.nowMs
    this.#disturb()
  }

  /** What may go wrong within a few seconds of what is done. */
  #disturb(): void {
    const { random, timeline, faults } = this.#machine
    const soon = (work: () => void) =>
      timeline.after(random.between(0, random.chance(0.7) ? 300 : 15_000), undefined, work)
    const someProcess = () => random.pickAny(this.#deployment.processes())
    if (random.chance(faults.killAfterwards)) soon(() => someProcess()?.die())
    if (random.chance(faults.powerCut)) soon(() => this.#deployment.cutPower())
    if (random.chance(faults.stall))
      soon(() => {
        const process = someProcess()
        if (process) process.stalledUntilMs = timeline.nowMs + random.between(0, LONGEST_STALL_MS)
      })
    if (random.chance(faults.clockJump))
      soon(() =>
        timeline.moveClock(
          random.chance(0.5) ? random.between(0, LONGEST_LEAP_MS) : -random.between(0, LONGEST_STEP_BACK_MS),
        ),
      )
  }
}

/** The ids of the shipments that an answer names. */
function idsOf({ json }: Answer): readonly string[] {
  const { notification } = json as {
    readonly notification?: {
      readonly shipmentId: string
      readonly reminders?: readonly { readonly shipmentId: string }[]
    }
  }
  return notification
    ? [notification.shipmentId, ...(notification.reminders ?? []).map(({ shipmentId }) => shipmentId)]
    : []
}

/** The correspondence that an answer names, also where it only says that there is one already. */
function letterOf(json: Record<string, unknown>): string {
  const { correspondences, correspondenceIds } = json as {
    readonly correspondences?: readonly { readonly correspondenceId: string }[]
    readonly correspondenceIds?: readonly string[]
  }
  const id = correspondences?.[0]?.correspondenceId ?? correspondenceIds?.[0]
  if (id === undefined) throw new Error(`Refused: ${JSON.stringify(json)}`)
  return id
}
