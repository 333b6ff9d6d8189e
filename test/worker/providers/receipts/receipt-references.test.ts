import { runDurableObjectAlarm } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'

const OWNER = { organization: 'ttd', delivery: '0b5c53f5-6c1a-8d2e-9b1f-0123456789ab' }
const DELIVERED = { receipt: { kind: 'delivered', atMs: 1 } } as const
const ACCEPTED = { receipt: { kind: 'accepted' } } as const
const BOUNCED = { receipt: { kind: 'failed', status: 'Email_Failed_Bounced', code: '5.1.1' }, bounce: 'hard' } as const

describe('the references of a provider', () => {
  let references: ReturnType<typeof env.RECEIPT_REFERENCES.getByName>
  beforeEach(() => {
    references = env.RECEIPT_REFERENCES.getByName(`link/${crypto.randomUUID()}`)
  })

  it('lead to their shipment as often as they are asked for', async () => {
    expect(await references.remember('r1', OWNER)).toBeUndefined()
    expect(await references.claim('r1', DELIVERED)).toEqual(OWNER)
    expect(await references.claim('r1', DELIVERED)).toEqual(OWNER)
  })

  it('keep a receipt that came before anybody knew its reference', async () => {
    expect(await references.claim('r2', DELIVERED)).toBeUndefined()
    expect(await references.remember('r2', OWNER)).toEqual(DELIVERED)
    expect(await references.claim('r2', DELIVERED)).toEqual(OWNER)
  })

  it('keep of several such reports the first that says more than that the message is on its way', async () => {
    for (const report of [ACCEPTED, BOUNCED, DELIVERED, ACCEPTED]) await references.claim('r4', report)
    expect(await references.remember('r4', OWNER)).toEqual(BOUNCED)
  })

  it('keep with it that the mail came back, or was called spam, whichever was told first', async () => {
    const [soft, complaint] = [{ ...BOUNCED, bounce: 'soft' } as const, { ...DELIVERED, bounce: 'complaint' } as const]
    for (const [reference, reports, kept] of [
      ['r7', [DELIVERED, complaint, ACCEPTED], complaint],
      ['r8', [ACCEPTED, DELIVERED, BOUNCED], { ...DELIVERED, bounce: 'hard' }],
      ['r9', [soft, BOUNCED], BOUNCED],
    ] as const) {
      for (const report of reports) await references.claim(reference, report)
      expect(await references.remember(reference, OWNER)).toEqual(kept)
    }
  })

  it('are found for many reports at once, each as if it came alone', async () => {
    await references.remember('r5', OWNER)
    const reports = [
      { reference: 'r6', ...ACCEPTED },
      { reference: 'r5', ...DELIVERED },
      { reference: 'r6', ...BOUNCED },
    ]
    expect(await references.claimAll(reports)).toEqual([undefined, OWNER, undefined])
    expect(await references.remember('r6', OWNER)).toEqual(BOUNCED)
  })

  it('are swept, the young ones staying', async () => {
    await references.remember('r3', OWNER)
    expect(await runDurableObjectAlarm(references)).toBe(true)
    expect(await references.claim('r3', DELIVERED)).toEqual(OWNER)
  })
})
