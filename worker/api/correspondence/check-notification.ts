import { ok } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { CONDITION_CHECK, CORRESPONDENCE_READ, CORRESPONDENCE_WRITE } from '../../auth/authenticate.ts'
import { parseCorrespondenceId } from '../../correspondence/correspondence-id.ts'
import type { NotificationPhase } from '../../correspondence/lifecycle.ts'
import { correspondenceOf } from '../../platform/objects.ts'
import { anyoneWith } from '../routing/access.ts'
import { json } from '../routing/documentation.ts'
import { defineRoute, type Route } from '../routing/route.ts'
import { CORRESPONDENCE_ID } from './on-correspondence.ts'

/** Altinn's notification service asks with a scope of its own; sender and recipient may ask too. */
const ASKER = anyoneWith(CONDITION_CHECK, CORRESPONDENCE_READ, CORRESPONDENCE_WRITE)

/**
 * `GET /{id}/notification/check` and `…/check/main`: whether the reminder, or the first notification, may be sent now.
 * Of an unknown correspondence none may; that is no 404. docs/altinn/correspondence.md §4.5.
 */
const defineCheckRoute = (
  path: '/{id}/notification/check' | '/{id}/notification/check/main',
  phase: NotificationPhase,
  id: string,
  which: string,
): Route =>
  defineRoute({
    method: 'GET',
    path,
    access: ASKER,
    parameters: CORRESPONDENCE_ID,
    documentation: described(() => ({
      id,
      summary: `Ask whether ${which} may be sent`,
      description: `Whether ${which} may be sent now; asked when it is due.`,
      answers: {
        200: json('Whether it may. Of an unknown correspondence nothing may.', () =>
          z.object({ sendNotification: z.boolean() }),
        ),
      },
    })),
    handle: async ({ params, context }) => {
      const correspondenceId = parseCorrespondenceId(params.id)
      const sendNotification =
        correspondenceId !== undefined && (await correspondenceOf(context.env, correspondenceId).mayNotify(phase))
      context.note({ correspondenceId, phase, sendNotification })
      return ok(Response.json({ sendNotification }))
    },
  })

export const checkReminder = defineCheckRoute('/{id}/notification/check', 'reminder', 'checkReminder', 'the reminder')
export const checkMain = defineCheckRoute(
  '/{id}/notification/check/main',
  'main',
  'checkNotification',
  'the first notification',
)
