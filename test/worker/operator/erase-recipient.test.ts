import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { correspondenceRequestSchema, type MessageRecipient } from '@straks/shared'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CorrespondenceIndex } from '../../../worker/correspondence/correspondence-index.ts'
import {
  markOfRecipient,
  removeFromListing,
  removeRecipientFromListing,
} from '../../../worker/correspondence/correspondence-listing.ts'
import { newCorrespondence } from '../../../worker/correspondence/new-correspondence.ts'
import { entriesOf } from '../../../worker/correspondence/recipients-of-correspondence.ts'
import { eraseInOrganization, NOTHING_ERASED } from '../../../worker/operator/erase-recipient.ts'
import { readRecipient } from '../../../worker/operator/recipient.ts'
import { correspondenceIndexOf, correspondenceOf } from '../../../worker/platform/objects.ts'

const ORG = 'erasing'

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

const made = (organization = ORG) =>
  newCorrespondence(REQUEST, {
    correspondenceId: crypto.randomUUID(),
    organization,
    senderNumber: undefined,
    recipient: RECIPIENT,
    isReserved: false,
    attachments: [],
    nowMs: Date.now(),
    traceId: 'trace',
  })

async function created() {
  const one = made()
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

async function listed(correspondenceId: string) {
  const found = env.CORRESPONDENCE_LISTING.prepare('SELECT id FROM correspondences WHERE id = ?')
  return (await found.bind(correspondenceId).all()).results
}

afterEach(() => void vi.restoreAllMocks())

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

  it('finds anew what it could not take off the listing', async () => {
    const organization = 'erasing-unlisted'
    const one = made(organization)
    await correspondenceIndexOf(env, organization).add(entriesOf(one))
    await correspondenceOf(env, one.facts.correspondenceId).create(one)
    await expect.poll(() => listed(one.facts.correspondenceId)).toHaveLength(1)
    await env.CORRESPONDENCE_LISTING.prepare(
      `CREATE TRIGGER stuck BEFORE DELETE ON correspondences BEGIN SELECT RAISE(ABORT, 'stuck'); END`,
    ).run()
    const erased = () => eraseInOrganization(env, organization, readRecipient(PERSON))
    const stuck = await erased().finally(() => env.CORRESPONDENCE_LISTING.prepare('DROP TRIGGER stuck').run())
    expect(stuck).toEqual({ ...NOTHING_ERASED, correspondencesLeft: 1 })
    expect(await erased()).toEqual({ ...NOTHING_ERASED, correspondences: 1 })
  })

  it('takes off the listing what an earlier one left there, and nothing of others', async () => {
    const listing = env.CORRESPONDENCE_LISTING
    const mark = (number: string) => markOfRecipient({ kind: 'person', number })
    const add = async (id: string, number: string) =>
      listing
        .prepare(`INSERT INTO correspondences VALUES (?, 'left', ?, 'r', 'x', 'Published', 1)`)
        .bind(id, await mark(number))
        .run()
    await removeRecipientFromListing(env, { kind: 'person', value: '08900499559' })
    await add('left-1', '08900499559')
    await add('left-2', '14886498226')
    await removeRecipientFromListing(env, { kind: 'person', value: '08900499559' })
    const { results } = await listing.prepare(`SELECT id FROM correspondences WHERE organization = 'left'`).all()
    await removeFromListing(env, 'left-2')
    expect(results).toEqual([{ id: 'left-2' }])
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

  it('finds a correspondence that was stored while another erasure was at its entry in the index', async () => {
    const organization = 'erasing-between'
    const one = made(organization)
    const erased = () => eraseInOrganization(env, organization, readRecipient(PERSON))
    const indexed = () => correspondenceIndexOf(env, organization).of(readRecipient(PERSON))
    await correspondenceIndexOf(env, organization).add(entriesOf(one))
    expect(await erased()).toEqual(NOTHING_ERASED)
    await correspondenceOf(env, one.facts.correspondenceId).create(one)
    // Its own alarm brings it there: one that is under way cannot be run by a test.
    await expect.poll(indexed).toEqual([one.facts.correspondenceId])
    expect(await erased()).toEqual({ ...NOTHING_ERASED, correspondences: 1 })
    expect(await indexed()).toEqual([])
  })

  it('takes a correspondence off the listing that is just being listed, and lists the next of its id', async () => {
    const one = made('erasing-listed')
    const { correspondenceId } = one.facts
    const object = correspondenceOf(env, correspondenceId)
    const add = vi.spyOn(CorrespondenceIndex.prototype, 'add').mockImplementationOnce(async () => {
      await correspondenceOf(env, correspondenceId).erase(readRecipient(PERSON))
    })
    await object.create(one)
    await expect.poll(() => add.mock.settledResults.map(({ type }) => type)).toEqual(['fulfilled'])
    // What the alarm does after that.
    await scheduler.wait(300)
    expect(await runInDurableObject(object, (_instance, { storage }) => [...storage.kv.list()])).toEqual([])
    await expect.poll(() => listed(correspondenceId)).toEqual([])
    await object.create(one)
    await expect.poll(() => listed(correspondenceId)).toEqual([{ id: correspondenceId }])
  })
})
