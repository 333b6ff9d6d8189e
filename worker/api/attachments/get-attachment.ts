import { ok } from '@straks/shared'
import { described } from '#described'
import { toOverview, toStatusHistory } from '../../attachments/overview.ts'
import { json } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { ATTACHMENT_ID, NOT_FOUND, OWNER, onAttachment, surroundingsOf } from './on-attachment.ts'

/** `GET /attachment/{id}`. docs/altinn/correspondence.md §8. */
export const getAttachment = defineRoute({
  method: 'GET',
  path: '/{id}',
  access: OWNER,
  parameters: ATTACHMENT_ID,
  documentation: described(() => ({
    id: 'getAttachment',
    summary: 'Get an attachment',
    description: 'Shows it to the organisation that initialised it.',
    answers: { 200: json('The attachment.', 'AttachmentOverview'), ...NOT_FOUND },
  })),
  handle: onAttachment(async (on) => ok(Response.json(toOverview(on.attachment, await surroundingsOf(on))))),
})

/** `GET /attachment/{id}/details`: the same with its history. docs/altinn/correspondence.md §8. */
export const getAttachmentDetails = defineRoute({
  method: 'GET',
  path: '/{id}/details',
  access: OWNER,
  parameters: ATTACHMENT_ID,
  documentation: described(() => ({
    id: 'getAttachmentDetails',
    summary: 'Get an attachment and its history',
    answers: { 200: json('The attachment.', 'AttachmentDetails'), ...NOT_FOUND },
  })),
  handle: onAttachment(async (on) => {
    const overview = toOverview(on.attachment, await surroundingsOf(on))
    return ok(Response.json({ ...overview, statusHistory: toStatusHistory(on.attachment) }))
  }),
})
