import {
  type CorrespondenceRequest,
  fail,
  type MessageRecipient,
  ok,
  parseMessageRecipient,
  type Result,
} from '@straks/shared'
import { deriveCorrespondenceId } from '../../correspondence/correspondence-id.ts'
import { currentStatus } from '../../correspondence/lifecycle.ts'
import { findRecipient, nameIn, organizationNumberOf } from '../../correspondence/names.ts'
import { newCorrespondence } from '../../correspondence/new-correspondence.ts'
import { recipientUrn } from '../../correspondence/overview.ts'
import { namesRecipient } from '../../correspondence/recipient-name.ts'
import { entriesOf } from '../../correspondence/recipients-of-correspondence.ts'
import type { MessageAttachment, NewCorrespondence } from '../../correspondence/record.ts'
import { asSender } from '../../correspondence/roles-of-caller.ts'
import { storingMs } from '../../correspondence/wake-up.ts'
import type { Failure } from '../../domain/failure.ts'
import { Limiter } from '../../platform/limiter.ts'
import { logError } from '../../platform/log.ts'
import { correspondenceIndexOf, correspondenceOf, OBJECTS_AT_ONCE } from '../../platform/objects.ts'
import { missedCountries, passFences } from '../fences/pass-fences.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { OrganizationCaller } from '../routing/access.ts'
import type { RouteAnswer } from '../routing/route.ts'
import { askOf, numbersOf } from './fenced-message.ts'
import type { JudgedMessage } from './judge-message.ts'
import { linkAttachments } from './link-attachments.ts'
import type { DescribedFile } from './pair-files.ts'

/** A recipient that the judge has found to be one. */
function readRecipient(written: string): MessageRecipient {
  const parsed = parseMessageRecipient(written)
  if (!parsed.ok) throw new Error('The judge accepted a recipient that cannot be read')
  return parsed.value
}

/** What the register says of a recipient, as far as a message asks for it. */
type KnownRecipient = {
  /** Whether they have declined electronic communication. If the register does not answer, none has. */
  readonly isReserved: boolean
  /** Their name, where the message's texts name them; empty where the register tells none, or does not answer. */
  readonly name?: string
}

/** Looks the recipients up, each once. */
async function lookUp(
  { register }: RequestContext,
  request: CorrespondenceRequest,
  recipients: readonly MessageRecipient[],
): Promise<readonly KnownRecipient[]> {
  const isNamed = namesRecipient(request)
  const mayDecline = request.correspondence.ignoreReservation !== true
  return new Limiter(OBJECTS_AT_ONCE).map(recipients, async (recipient) => {
    const mayBeReserved = mayDecline && recipient.kind === 'person'
    if (!isNamed && !mayBeReserved) return { isReserved: false }
    const lookup = await findRecipient(register, { recipient })
    const isReserved = mayBeReserved && lookup.kind === 'found' && lookup.party.reserved
    return { isReserved, ...(isNamed && { name: nameIn(lookup) ?? '' }) }
  })
}

/** What a message without files says of attachments: references to files that are kept elsewhere. */
const referencesOf = (request: CorrespondenceRequest): readonly MessageAttachment[] =>
  (request.correspondence.content?.attachments ?? []).map((attachment) => ({ ...attachment, id: crypto.randomUUID() }))

/** Stores one correspondence. What became of it is told, not thrown: the others may have to be taken back. */
async function create(
  { env, trace }: RequestContext,
  one: NewCorrespondence,
  untilMs: number,
): Promise<'created' | 'known' | 'failed'> {
  const { correspondenceId } = one.facts
  try {
    return await correspondenceOf(env, correspondenceId).create(one, Math.max(0, untilMs - Date.now()))
  } catch (error) {
    logError('correspondence-not-created', error, { correspondenceId, traceId: trace.traceId })
    return 'failed'
  }
}

/** Takes back what was created of a request that could not be carried out whole. Nothing of it is published. */
async function takeBack({ env, trace }: RequestContext, created: readonly NewCorrespondence[]): Promise<void> {
  await new Limiter(OBJECTS_AT_ONCE).map(created, async ({ facts: { correspondenceId, organization } }) => {
    try {
      await correspondenceOf(env, correspondenceId).purge(asSender(organization))
    } catch (error) {
      logError('correspondence-not-taken-back', error, { correspondenceId, traceId: trace.traceId })
    }
  })
}

/** The key was used before: 1034. Altinn’s client then asks which correspondences have it, which this tells. */
const keyUsed = (correspondenceId: string): Failure => ({
  reason: 'correspondence-refused',
  code: 1034,
  correspondenceIds: [correspondenceId],
})

/**
 * Creates what a judged request asks for: one correspondence for each recipient, all of them or none.
 *
 * @param files those of a form, one for each attachment that it describes
 */
export async function initialise(
  context: RequestContext,
  { organization, organizationNumber }: OrganizationCaller,
  { request, refuseBeyond }: JudgedMessage,
  files?: readonly DescribedFile[],
): Promise<Result<RouteAnswer, Failure>> {
  const { env, trace } = context
  const { idempotentKey } = request
  const derivedId = idempotentKey && (await deriveCorrespondenceId(organization, idempotentKey))
  if (derivedId && (await correspondenceOf(env, derivedId).isKnown())) return fail(keyUsed(derivedId))
  const recipients = request.recipients.map(readRecipient)
  const countries = missedCountries(context, organization, numbersOf(request, recipients))
  if (countries) return fail(refuseBeyond(countries))
  const passed = await passFences(context, organization, askOf(derivedId || crypto.randomUUID(), request, recipients))
  if (!passed.ok) return passed
  const known = await lookUp(context, request, recipients)
  if (recipients.length === 1 && known[0]?.isReserved) {
    passed.value.giveBack()
    return fail({ reason: 'correspondence-refused', code: 1030 })
  }
  const correspondenceIds = recipients.map(() => derivedId || crypto.randomUUID())
  const linked = await linkAttachments(context, organization, { request, files: files ?? [], correspondenceIds })
  if (!linked.ok) {
    passed.value.giveBack()
    return linked
  }
  const attachments = [...linked.value.attachments, ...(files ? [] : referencesOf(request))]
  const nowMs = Date.now()
  const all = recipients.map((recipient, index) =>
    newCorrespondence(request, {
      correspondenceId: correspondenceIds[index] ?? '',
      organization,
      senderNumber: organizationNumber ?? organizationNumberOf(context.config.organizationCodes, organization),
      recipient,
      recipientName: known[index]?.name,
      isReserved: known[index]?.isReserved ?? false,
      attachments,
      nowMs,
      traceId: trace.traceId,
    }),
  )
  context.note({ organization, correspondences: all.length, correspondenceId: all[0]?.facts.correspondenceId })
  const news = context.organizations.note(env, organization)
  if (news) context.afterwards(news)
  await correspondenceIndexOf(env, organization).add(all.flatMap(entriesOf))
  // One that was published before another could not be stored would be left, and come twice when the request is repeated.
  const untilMs = Date.now() + storingMs(all.length)
  const outcomes = await new Limiter(OBJECTS_AT_ONCE).map(all, (one) => create(context, one, untilMs))
  if (derivedId && outcomes.includes('known')) {
    await linked.value.giveBack()
    return fail(keyUsed(derivedId))
  }
  if (outcomes.includes('failed')) {
    await takeBack(
      context,
      all.filter((_, index) => outcomes[index] === 'created'),
    )
    await linked.value.giveBack()
    return fail({ reason: 'ledger-unavailable' })
  }
  await linked.value.confirm()
  return ok(
    Response.json({
      correspondences: all.map(({ facts, lifecycle }) => ({
        correspondenceId: facts.correspondenceId,
        status: currentStatus(lifecycle).status,
        recipient: recipientUrn(facts.recipient),
        notifications: null,
      })),
      attachmentIds: attachments.map(({ id }) => id),
    }),
  )
}
