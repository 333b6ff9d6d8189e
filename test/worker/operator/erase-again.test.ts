import { reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { eraseAgain } from '../../../worker/operator/erase-again.ts'
import { NOTHING_ERASED } from '../../../worker/operator/erase-recipient.ts'
import { ErasureMarks } from '../../../worker/operator/erasure-marks.ts'
import { deskOf, feedOf } from '../../../worker/platform/objects.ts'
import { PARTIES_SCHEMA, PartyStore } from '../../../worker/registers/embedded/party-store.ts'

// It goes through every organisation and party there is: those of other files would be among them.
beforeEach(async () => {
  await reset()
  await env.REGISTER_DATABASE.prepare(PARTIES_SCHEMA).run()
})

/** An entry of a feed about a message to someone. */
const entryTo = (destination: string) => ({
  source: '0',
  firstSequence: 1,
  entries: [
    {
      shipmentId: crypto.randomUUID(),
      atMs: Date.now(),
      entry: JSON.stringify({ shipmentId: crypto.randomUUID(), recipients: [{ destination }] }),
      mayBeThere: false,
    },
  ],
})
describe('an erasure that is made again', () => {
  it('finds those who are back in a feed alone, and an address in a user name', async () => {
    const desk = deskOf(env)
    await desk.noteErasure(await (await ErasureMarks.of(env)).markOf('ola@example.com'))
    const backIn = async (organization: string, destination: string) => {
      await desk.noteActivity(organization, 0)
      await feedOf(env, organization).append(entryTo(destination))
    }
    await backIn('again-in-feed', 'Ola@example.com')
    await backIn('again-in-name', 'urn:altinn:person:idporten-email:ola@example.com')
    await backIn('again-not', 'kari@example.com')
    expect(await eraseAgain(env, undefined)).toEqual({ erased: { ...NOTHING_ERASED, feedEntries: 2 }, next: null })
    expect(await eraseAgain(env, undefined)).toEqual({ erased: NOTHING_ERASED, next: null })
    expect((await feedOf(env, 'again-not').destinations(0)).names).toEqual(['kari@example.com'])
  })

  it('goes on in a large register from a place that names no one, and misses no one', {
    timeout: 120_000,
  }, async () => {
    const parties = new PartyStore(env.REGISTER_DATABASE)
    const marks = await ErasureMarks.of(env)
    const party = { name: 'Ola Nordmann', emails: [], mobiles: [], reserved: false }
    const [first, last] = ['800000001', '800025000']
    await parties.save('organization', first, party, 'REPLACE')
    await env.REGISTER_DATABASE.prepare(
      `INSERT INTO parties WITH RECURSIVE numbers (n) AS (SELECT 800000002 UNION ALL SELECT n + 1 FROM numbers WHERE n < 800025000)
       SELECT 'organization', CAST(n AS TEXT), 'Ola Nordmann', '[]', '[]', 0 FROM numbers`,
    ).run()
    for (const number of [first, last]) await deskOf(env).noteErasure(await marks.markOf(number))
    const begun = await eraseAgain(env, undefined)
    expect(begun).toEqual({ erased: { ...NOTHING_ERASED, registerParties: 1 }, next: 'register 19999' })
    const ended = await eraseAgain(env, begun.next ?? '')
    expect(ended).toEqual({ erased: { ...NOTHING_ERASED, registerParties: 1 }, next: null })
    expect([await parties.find('organization', first), await parties.find('organization', last)]).toEqual([
      undefined,
      undefined,
    ])
  })
})
