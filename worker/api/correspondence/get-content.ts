import { fail, ok } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { content } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { RECIPIENT } from './caller-of.ts'
import { CORRESPONDENCE_ID, NOT_FOUND, onCorrespondence } from './on-correspondence.ts'
import { correspondenceRefusal } from './refusals.ts'

/**
 * `GET /{id}/content`: the message in Markdown. Getting it counts as reading it.
 * docs/altinn/correspondence.md §1.
 */
export const getContent = defineRoute({
  method: 'GET',
  path: '/{id}/content',
  access: RECIPIENT,
  hasEffects: true,
  parameters: CORRESPONDENCE_ID,
  documentation: described(() => ({
    id: 'getCorrespondenceContent',
    summary: 'Read a correspondence',
    description: 'The content of the message. Getting it counts as reading it: no reminder is sent.',
    answers: {
      200: content('The message in Markdown: any text, such as `42`.', 'text/plain', () => z.unknown()),
      ...NOT_FOUND,
    },
  })),
  handle: onCorrespondence(async ({ caller, object }) => {
    const read = await object.read(caller)
    if (!read.ok) return fail(correspondenceRefusal(read.failure))
    return ok(
      new Response(read.value, {
        headers: {
          'content-type': 'text/plain; charset=utf-8',
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        },
      }),
    )
  }),
})
