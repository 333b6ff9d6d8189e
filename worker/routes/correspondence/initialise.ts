import {
  type CorrespondenceRequest,
  correspondence,
  judge,
  type MessageRecipient,
  parseMessageRecipient,
} from '@straks/shared'
import { requireOrganization } from '../../auth/authenticate.ts'
import type { Principal } from '../../auth/principal.ts'
import { circumstantialFindings, markTemplates } from '../../correspondence/circumstantial-findings.ts'
import { deriveCorrespondenceId } from '../../correspondence/correspondence-id.ts'
import { inBatches } from '../../correspondence/in-batches.ts'
import { statusOf } from '../../correspondence/lifecycle.ts'
import { findRecipient } from '../../correspondence/names.ts'
import { newCorrespondence } from '../../correspondence/new-correspondence.ts'
import { recipientUrn } from '../../correspondence/overview.ts'
import type { Attachment, NewCorrespondence } from '../../correspondence/record.ts'
import { correspondenceOf } from '../../durable-objects/objects.ts'
import { type Exchange, refuse } from '../../http/exchange.ts'
import { logError } from '../../log/log.ts'
import { withDeprecation } from './deprecation.ts'

/** A recipient that the judge has found to be one. */
function readRecipient(written: string): MessageRecipient {
  const parsed = parseMessageRecipient(written)
  if (!parsed.ok) throw new Error('The judge accepted a recipient that cannot be read')
  return parsed.value
}

/** Whether somebody has declined to be written to. A register that does not answer refuses nobody. */
async function isReserved({ register }: Exchange, recipient: MessageRecipient): Promise<boolean> {
  if (recipient.kind !== 'person') return false
  const lookup = await findRecipient(register, { recipient })
  return lookup.kind === 'found' && lookup.party.reserved
}

const attachmentsOf = (request: CorrespondenceRequest): readonly Attachment[] =>
  (request.correspondence.content?.attachments ?? []).map((attachment) => ({ ...attachment, id: crypto.randomUUID() }))

/** The ids of all attachments: those that there were, and those that came with the message. */
const attachmentIds = ({ existingAttachments }: CorrespondenceRequest, attachments: readonly Attachment[]) => [
  ...(Array.isArray(existingAttachments) ? existingAttachments : []),
  ...attachments.map(({ id }) => id),
]

/** Stores one correspondence. What became of it is told, not thrown: the others may have to be taken back. */
async function create({ env, trace }: Exchange, one: NewCorrespondence): Promise<'created' | 'known' | 'failed'> {
  const { correspondenceId } = one.facts
  try {
    return await correspondenceOf(env, correspondenceId).create(one)
  } catch (error) {
    logError('correspondence-not-created', error, { correspondenceId, traceId: trace.traceId })
    return 'failed'
  }
}

/** Takes back what was created of a request that could not be carried out whole. Nothing of it is published. */
async function takeBack({ env, trace }: Exchange, created: readonly NewCorrespondence[]): Promise<void> {
  await inBatches(created, async ({ facts: { correspondenceId, organization } }) => {
    try {
      await correspondenceOf(env, correspondenceId).purge({ organization, canWrite: true, canRead: true })
    } catch (error) {
      logError('correspondence-not-taken-back', error, { correspondenceId, traceId: trace.traceId })
    }
  })
}

/** Creates what a judged request asks for: one correspondence for each recipient, all of them or none. */
async function accept(exchange: Exchange, organization: string, request: CorrespondenceRequest): Promise<Response> {
  const { env, trace } = exchange
  const { idempotentKey } = request
  const derivedId = idempotentKey && (await deriveCorrespondenceId(organization, idempotentKey))
  if (derivedId && (await correspondenceOf(env, derivedId).isKnown()))
    return refuse(exchange, { reason: 'correspondence-refused', code: 1034 })
  const recipients = request.recipients.map(readRecipient)
  const ignores = request.correspondence.ignoreReservation === true
  const reserved = await inBatches(recipients, async (recipient) => !ignores && isReserved(exchange, recipient))
  if (recipients.length === 1 && reserved[0]) return refuse(exchange, { reason: 'correspondence-refused', code: 1030 })
  const attachments = attachmentsOf(request)
  const nowMs = Date.now()
  const all = recipients.map((recipient, index) =>
    newCorrespondence(request, {
      correspondenceId: derivedId || crypto.randomUUID(),
      organization,
      recipient,
      isReserved: reserved[index] ?? false,
      attachments,
      nowMs,
      traceId: trace.traceId,
    }),
  )
  exchange.note({ organization, correspondences: all.length, correspondenceId: all[0]?.facts.correspondenceId })
  const outcomes = await inBatches(all, (one) => create(exchange, one))
  if (outcomes.includes('known')) return refuse(exchange, { reason: 'correspondence-refused', code: 1034 })
  if (outcomes.includes('failed')) {
    await takeBack(
      exchange,
      all.filter((_, index) => outcomes[index] === 'created'),
    )
    return refuse(exchange, { reason: 'ledger-unavailable' })
  }
  return Response.json({
    correspondences: all.map(({ facts, lifecycle }) => ({
      correspondenceId: facts.correspondenceId,
      status: statusOf(lifecycle).status,
      recipient: recipientUrn(facts.recipient),
      notifications: null,
    })),
    attachmentIds: attachmentIds(request, attachments),
  })
}

/**
 * Initialises correspondences from a document, whether it came as JSON or as a form. The checks come in the order of
 * `spec/correspondence.md` 1.6: the request itself, who sends it, its key, whether its recipient may be written to.
 */
export async function initialise(exchange: Exchange, principal: Principal, document: unknown): Promise<Response> {
  const verdict = judge(correspondence, document, exchange.language)
  if (!verdict.ok) {
    const findings = markTemplates(verdict.failure, document)
    return withDeprecation(
      exchange,
      findings,
      refuse(exchange, { reason: 'request-invalid', dialect: 'correspondence', findings }),
    )
  }
  const { request, advice } = verdict.value
  const findings = circumstantialFindings(request, exchange.language, Date.now())
  if (findings.length > 0)
    return refuse(exchange, {
      reason: 'request-invalid',
      dialect: 'correspondence',
      findings: [...findings, ...advice],
    })
  const organization = requireOrganization(principal)
  if (!organization.ok) return refuse(exchange, organization.failure)
  return withDeprecation(exchange, advice, await accept(exchange, organization.value, request))
}
