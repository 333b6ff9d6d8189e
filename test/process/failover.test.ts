import { afterEach, describe, expect, it } from 'vitest'
import { MOST_COPIES } from '../../worker/domain/delivery.ts'
import { until } from '../support/api/eventually.ts'
import { smsRequest } from '../support/api/requests.ts'
import { Service } from '../support/api/service.ts'
import { Lag } from './failover/lag.ts'
import { type Course, OUTAGE_MS, outage, type Patient } from './failover/outage.ts'
import { BURST, FIRST_OF_BURST, Scene } from './failover/scene.ts'
import { TIME_TO_LIVE_SECONDS } from './failover/steady-load.ts'
import { mail } from './providers/mail.ts'

/** What an ill provider may cost, by the promise: messages and time. */
const MOST_EXPOSED = 20
const PASSED_OVER_WITHIN_MS = 5_000

/**
 * How far a machine may be behind and still show how many messages an outage exposes, and how often. Beyond that they come in heaps,
 * and a provider that is well is slow too.
 */
const KEEPS_UP_WITHIN_MS = 1_000

/** Trials of a provider that stays ill: after 2 s, 4, 8, and then every 15, of which one may fall into the first five. */
const MOST_TRIALS = 3 + Math.ceil(OUTAGE_MS / 15_000)

/** How long an outage and all that follows it may take: it ends as soon as all has settled, so only a failure takes this long. */
const MOST_TAKEN_MS = 300_000 + OUTAGE_MS

/** All that is promised of an outage of the preferred provider. */
function expectHarmless(name: string, course: Course) {
  const { fates, refused, reached, exposedMs, outMs, backMs, backAfterMs, lagMs } = course
  // A machine that is a little behind hands over late, hears late that there is no answer, and prints it late.
  const passedOverWithinMs = PASSED_OVER_WITHIN_MS + 3 * lagMs
  const early = exposedMs.filter((ms) => ms < passedOverWithinMs)
  const times = fates.map(({ tookMs }) => tookMs).sort((one, other) => one - other)
  console.log(
    `${name}: ${fates.length} messages, ${early.length} exposed at first, ${exposedMs.length - early.length} later, ` +
      `out at ${outMs.join(', ')} ms, back at ${backMs.join(', ')} ms (${backAfterMs} ms after it was well), ` +
      `p50 ${times[Math.floor(times.length / 2)]} ms, p99 ${times[Math.floor(times.length * 0.99)]} ms, ` +
      `slowest ${times.at(-1)} ms, behind by ${lagMs} ms`,
  )
  expect(refused, name).toBe(0)
  // Where the machine is behind, answers of a provider that is well are lost too: one more try may be one more copy, and no third is.
  if (lagMs > KEEPS_UP_WITHIN_MS) {
    const refusals = fates.filter(({ status }) => /Failed(?!_TTL)/.test(status))
    expect(refusals, `${name}: failed though no provider refused it`).toEqual([])
    const copies = Object.values(Object.groupBy(reached, (to) => to)).map((all) => all?.length ?? 0)
    expect(Math.max(...copies), `${name}: copies`).toBeLessThanOrEqual(MOST_COPIES)
    return
  }
  const late = fates.filter(({ status, tookMs }) => !/Delivered/.test(status) || tookMs > TIME_TO_LIVE_SECONDS * 1_000)
  expect(late, `${name}: not delivered in time`).toEqual([])
  expect([...reached].sort(), `${name}: each is reached once`).toEqual(fates.map(({ to }) => to).sort())
  expect(outMs[0], `${name}: taken out`).toBeLessThanOrEqual(passedOverWithinMs)
  expect(backMs[0], `${name}: taken back`).toBeGreaterThan(0)
  expect(early.length, `${name}: exposed before it was passed over`).toBeLessThanOrEqual(MOST_EXPOSED)
  expect(exposedMs.length - early.length, `${name}: trials`).toBeLessThanOrEqual(MOST_TRIALS)
  expect([outMs.length, backMs.length], `${name}: taken out and back once`).toEqual([1, 1])
}

describe('two providers that are well', () => {
  let scene: Scene
  afterEach(() => scene?.close())

  it('get a sudden burst at the first of them, of which nothing can tell yet that it is well', async () => {
    scene = await Scene.open('acs,smtp')
    const { gateway, twilio, service, smsReached } = scene
    gateway.afterwards = () => undefined
    const client = await Service.at(service).client()
    const lag = new Lag(service)
    const numbers = Array.from({ length: BURST }, (_, index) => `+47${FIRST_OF_BURST + index}`)
    await Promise.all(numbers.map((phoneNumber) => client.sendSms(smsRequest({ recipient: { phoneNumber } }))))
    await until(() => smsReached().length >= BURST)
    expect(gateway.submitted.length + twilio.taken.length).toBe(BURST)
    if ((await lag.stop()) <= KEEPS_UP_WITHIN_MS) expect(twilio.taken).toEqual([])
  })

  it('send a mail once whose answer is lost: the same is asked again, and its sender can see why it took longer', async () => {
    scene = await Scene.open('acs,smtp')
    const { acs, service, mailsReached } = scene
    const [to, client] = ['ola.nordmann@example.com', await Service.at(service).client()]
    acs.answer(to, 'lose-answer', 'slow')
    const shipmentId = await client.sendEmail(mail({ emailAddress: to }))
    const recipient = async () => Object(await client.shipment(shipmentId)).json.recipients[0]
    await expect.poll(recipient, { interval: 20 }).toMatchObject({ uncertain: true })
    expect(await client.settles(shipmentId)).toBe('Email_Delivered')
    expect(await recipient()).toEqual({
      type: 'Email',
      destination: to,
      status: 'Email_Delivered',
      lastUpdate: expect.any(String),
      attempts: 2,
    })
    expect(mailsReached()).toEqual([to])
    expect(acs.asked).toHaveLength(2)
  })
})

// Each in a service of its own, which waits more than it works.
describe.concurrent('an outage of the preferred provider', { timeout: MOST_TAKEN_MS }, () => {
  it.each<[string, string, (scene: Scene) => readonly Patient[]]>([
    ['answers 503, or slowly', 'acs,smtp', (scene) => [scene.linkThat('error'), scene.acsThat('slow')]],
    ['is gone, or its answers are lost', 'acs,smtp', (scene) => [scene.linkThatIsGone(), scene.acsThat('lose-answer')]],
    ['hangs, or is gone', 'smtp,acs', (scene) => [scene.linkThat('hang'), scene.smtpThatIsGone()]],
  ])('loses no message and sends none twice where it %s', async (_, emailProviders, patientsOf) => {
    const scene = await Scene.open(emailProviders)
    try {
      const patients = patientsOf(scene)
      const courses = await outage(scene.service, patients)
      for (const [index, course] of courses.entries()) expectHarmless(patients[index]?.name ?? '', course)
    } finally {
      await scene.close()
    }
  })
})
