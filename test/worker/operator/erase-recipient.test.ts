import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { correspondenceRequestSchema, type MessageRecipient } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import { newCorrespondence } from '../../../worker/correspondence/new-correspondence.ts'
import { entriesOf } from '../../../worker/correspondence/recipients-of-correspondence.ts'
import { eraseAgain } from '../../../worker/operator/erase-again.ts'
import { eraseInOrganization, NOTHING_ERASED } from '../../../worker/operator/erase-recipient.ts'
import { ErasureMarks } from '../../../worker/operator/erasure-marks.ts'
import { readRecipient } from '../../../worker/operator/recipient.ts'
import { correspondenceIndexOf, correspondenceOf, deskOf, feedOf } from '../../../worker/platform/objects.ts'
import { PartyStore } from '../../../worker/registers/embedded/party-store.ts'

const ORG = 'erasing'

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
const PERSON = '14886498226'
const RECIPIENT: MessageRecipient = { kind: 'person', number: PERSON }

const REQUEST = correspondenceRequestSchema().parse({
  correspondence: {
    resourceId: 'example',
    sendersReference: 'case-1',
    content: { messageTitle: 'Vedtak', messageBody: 'Et vedtak.' },
    requestedPublishTime: new Date(Date.now() + 86_400_000).toISOString(),
  },
  recipients: [PERSON],
})

async function created() {
  const one = newCorrespondence(REQUEST, {
    correspondenceId: crypto.randomUUID(),
    organization: ORG,
    senderNumber: undefined,
    recipient: RECIPIENT,
    isReserved: false,
    attachments: [],
    nowMs: Date.now(),
    traceId: 'trace',
  })
  await correspondenceIndexOf(env, ORG).add(entriesOf(one))
  const object = correspondenceOf(env, one.facts.correspondenceId)
  await object.create(one)
  return object
}

/** Says that an object was written by some version of this code: by one that is not known, it cannot be read. */
async function writtenBy(object: Awaited<ReturnType<typeof created>>, version: number): Promise<void> {
  await runInDurableObject(object, (_instance, { storage }) => storage.kv.put('version', version))
  await evictDurableObject(object)
}

describe('an erasure', () => {
  it('passes over a correspondence that cannot be read, says so, and erases it once it can be', async () => {
    const [unreadable] = [await created(), await created()]
    await writtenBy(unreadable, 99)
    const erased = () => eraseInOrganization(env, ORG, readRecipient(PERSON))
    expect(await erased()).toEqual({ ...NOTHING_ERASED, correspondences: 1, correspondencesLeft: 1 })
    expect(await erased()).toEqual({ ...NOTHING_ERASED, correspondencesLeft: 1 })
    await writtenBy(unreadable, 1)
    expect(await erased()).toEqual({ ...NOTHING_ERASED, correspondences: 1 })
    expect(await erased()).toEqual(NOTHING_ERASED)
  })

  it('leaves in the index what came while it asked the others, for the next erasure to find', async () => {
    const index = correspondenceIndexOf(env, 'erasing-meanwhile')
    const recipient = readRecipient(PERSON)
    const entry = () => ({ recipient: PERSON, correspondenceId: crypto.randomUUID() })
    const [earlier, meanwhile] = [entry(), entry()]
    await index.add([earlier])
    const asked = await index.of(recipient)
    await index.add([meanwhile])
    await index.erase(recipient, asked)
    expect(await index.of(recipient)).toEqual([meanwhile.correspondenceId])
  })
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
    await env.REGISTER_DATABASE.prepare("DELETE FROM parties WHERE number LIKE '8000%'").run()
  })
})
