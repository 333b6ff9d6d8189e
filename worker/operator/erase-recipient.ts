import type { NamedRecipient } from '../domain/erasure.ts'
import { Eraser } from '../domain/erasure.ts'
import { ledgerNames } from '../domain/order-id.ts'
import { Limiter } from '../platform/limiter.ts'
import { logError } from '../platform/log.ts'
import {
  correspondenceIndexOf,
  correspondenceOf,
  feedOf,
  inboxOf,
  ledgerNamed,
  OBJECTS_AT_ONCE,
  suppressionsOf,
  webhookOf,
} from '../platform/objects.ts'
import { PartyStore } from '../registers/embedded/party-store.ts'

/** What was erased, by what it was. */
export type Erased = {
  readonly deliveries: number
  readonly feedEntries: number
  readonly correspondences: number
  readonly webhookEvents: number
  readonly deadLetters: number
  /** Orders and messages to others that referred to the recipient. */
  readonly references: number
  readonly inboxMessages: number
  readonly registerParties: number
  readonly suppressions: number
  /** Those that may name the recipient still, as they could not be read or asked. Left out where there are none. */
  readonly correspondencesLeft?: number
}

export const NOTHING_ERASED: Erased = {
  deliveries: 0,
  feedEntries: 0,
  correspondences: 0,
  webhookEvents: 0,
  deadLetters: 0,
  references: 0,
  inboxMessages: 0,
  registerParties: 0,
  suppressions: 0,
}

const withLeft = (left: number): Pick<Erased, 'correspondencesLeft'> => (left > 0 ? { correspondencesLeft: left } : {})

/** Adds up what was erased in several places. */
export const sumOf = (one: Erased, other: Erased): Erased => ({
  ...withLeft((one.correspondencesLeft ?? 0) + (other.correspondencesLeft ?? 0)),
  deliveries: one.deliveries + other.deliveries,
  feedEntries: one.feedEntries + other.feedEntries,
  correspondences: one.correspondences + other.correspondences,
  webhookEvents: one.webhookEvents + other.webhookEvents,
  deadLetters: one.deadLetters + other.deadLetters,
  references: one.references + other.references,
  inboxMessages: one.inboxMessages + other.inboxMessages,
  registerParties: one.registerParties + other.registerParties,
  suppressions: one.suppressions + other.suppressions,
})

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)

/** Takes a recipient out of one correspondence. One that cannot be read holds up no other, and is asked again next time. */
async function eraseFromOne(env: Env, correspondenceId: string, recipient: NamedRecipient): Promise<boolean | 'left'> {
  try {
    return await correspondenceOf(env, correspondenceId).erase(recipient)
  } catch (error) {
    logError('correspondence-not-erased', error, { correspondenceId })
    return 'left'
  }
}

/** Correspondences go first: what is left of their notifications is withdrawn while it still says whose it is. */
async function eraseCorrespondences(
  env: Env,
  organization: string,
  recipient: NamedRecipient,
): Promise<Pick<Erased, 'correspondences' | 'correspondencesLeft'>> {
  const index = correspondenceIndexOf(env, organization)
  const ids = await index.of(recipient)
  const outcomes = await new Limiter(OBJECTS_AT_ONCE).map(ids, (id) => eraseFromOne(env, id, recipient))
  const done = ids.filter((_, place) => outcomes[place] !== 'left')
  await index.erase(recipient, done)
  return {
    correspondences: outcomes.filter((outcome) => outcome === true).length,
    ...withLeft(ids.length - done.length),
  }
}

/**
 * Takes a recipient out of all that an organisation has sent. The feed comes after the ledgers, which tell it what ended
 * by this; what the feed has of their shipments is theirs even where it names another address of theirs.
 */
export async function eraseInOrganization(env: Env, organization: string, recipient: NamedRecipient): Promise<Erased> {
  const correspondences = await eraseCorrespondences(env, organization, recipient)
  const ledgers = await Promise.all(
    ledgerNames(organization).map(async (name) => ledgerNamed(env, name).erase(recipient)),
  )
  const feed = feedOf(env, organization)
  const feedEntries = await feed.erase(
    recipient,
    ledgers.flatMap(({ shipmentIds }) => shipmentIds),
  )
  const webhooks = await Promise.all(
    (await feed.webhooks()).map(async (id) => webhookOf(env, organization, id).erase(recipient)),
  )
  return {
    ...NOTHING_ERASED,
    deliveries: total(ledgers.map(({ deliveries }) => deliveries)),
    deadLetters: total(ledgers.map(({ deadLetters }) => deadLetters)),
    references: total(ledgers.map(({ references }) => references)),
    feedEntries,
    ...correspondences,
    webhookEvents: total(webhooks),
    // Last: what has ended by this was no bounce, but a receipt may have come meanwhile.
    suppressions: (await suppressionsOf(env, organization).forget(recipient.value)) ? 1 : 0,
  }
}

/** Takes a recipient out of what belongs to no organisation: the inbox, and the embedded register. */
export async function eraseElsewhere(env: Env, recipient: NamedRecipient): Promise<Erased> {
  const inboxMessages = await inboxOf(env).erase(recipient)
  const registerParties = await new PartyStore(env.REGISTER_DATABASE).erase(new Eraser(recipient))
  return { ...NOTHING_ERASED, inboxMessages, registerParties }
}
