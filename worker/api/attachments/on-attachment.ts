import { fail, MS_PER_DAY, type Result } from '@straks/shared'
import type { AttachmentSurroundings } from '../../attachments/overview.ts'
import type { AttachmentView } from '../../attachments/record.ts'
import { CORRESPONDENCE_WRITE } from '../../auth/authenticate.ts'
import { organizationNumberOf } from '../../correspondence/names.ts'
import { senderOf } from '../../correspondence/sender.ts'
import type { Failure } from '../../domain/failure.ts'
import { attachmentOf } from '../../platform/objects.ts'
import type { RequestContext } from '../http/request-context.ts'
import { type OrganizationCaller, organizationWith } from '../routing/access.ts'
import { boundUuid, problem } from '../routing/documentation.ts'
import type { RouteAnswer } from '../routing/route.ts'
import { attachmentRefusal } from './refusals.ts'

/** Whose attachments are: their sender's. */
export const OWNER = organizationWith(CORRESPONDENCE_WRITE)

export const ATTACHMENT_ID = { id: boundUuid('attachmentId', 'The `attachmentId`.') }

export const NOT_FOUND = { 404: problem('Your organisation has no such attachment (2001).') }

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The id that a path names, as its object is named; `undefined` where it can be none. */
export function parseAttachmentId(text: string): string | undefined {
  const id = text.toLowerCase()
  return UUID.test(id) ? id : undefined
}

/** What a route needs to know before it does something with an attachment. */
type OnAttachment = {
  readonly context: RequestContext
  readonly caller: OrganizationCaller
  readonly object: ReturnType<typeof attachmentOf>
  /** The attachment, as it was when the request came. */
  readonly attachment: AttachmentView
  readonly request: Request
}

/** What an answer shows of an attachment beside what it knows itself. */
export async function surroundingsOf({ context, caller, object }: OnAttachment): Promise<AttachmentSurroundings> {
  const { organization, organizationNumber } = caller
  const { organizationCodes, retentionDays } = context.config
  const senderNumber = organizationNumber ?? organizationNumberOf(organizationCodes, organization)
  return {
    sender: senderOf({ organization, senderNumber }),
    correspondenceIds: await object.correspondenceIds(),
    retentionMs: retentionDays * MS_PER_DAY,
  }
}

/** Makes the handler of a route about one attachment. Another organisation's cannot be told from one that never was. */
export const onAttachment =
  (handle: (on: OnAttachment) => Promise<Result<RouteAnswer, Failure>>) =>
  async ({
    params,
    caller,
    context,
    request,
  }: Pick<OnAttachment, 'caller' | 'context' | 'request'> & { readonly params: { readonly id: string } }): Promise<
    Result<RouteAnswer, Failure>
  > => {
    const { organization } = caller
    const attachmentId = parseAttachmentId(params.id)
    if (attachmentId === undefined) return fail(attachmentRefusal('not-found'))
    context.note({ attachmentId, organization })
    const object = attachmentOf(context.env, attachmentId)
    const attachment = await object.view(organization)
    return attachment ? handle({ context, caller, object, attachment, request }) : fail(attachmentRefusal('not-found'))
  }
