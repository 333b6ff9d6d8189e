import * as z from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from 'zod-openapi'
import { correspondenceRequestSchema } from '../../../shared/index.ts'
import {
  CorrespondenceDetails,
  CorrespondenceOverview,
  InitializedCorrespondences,
} from '../../../shared/schema/answers/index.ts'
import { CORRESPONDENCE_PATH } from '../../../worker/routes/correspondence/paths.ts'
import {
  AS_RECIPIENT,
  AS_SENDER,
  AS_SENDER_OR_RECIPIENT,
  AWAY,
  json,
  problem,
  REFUSED_BODY,
  REFUSED_CALLER,
  TO_CHECK,
} from './parts.ts'

const ITS_ID = json('Done: its id.', z.uuid())

const NOT_THERE = problem('There is no such correspondence for you, or not yet, or not any more (1001).')

const answersToInitialising: ZodOpenApiResponsesObject = {
  '200': json('Stored: one correspondence for each recipient, all of them or none.', InitializedCorrespondences),
  ...REFUSED_BODY,
  '400': problem(
    'The body breaks a rule. `errorCode` is Altinn’s number for the first mistake; `errors` and `findings` tell all of them.',
  ),
  ...REFUSED_CALLER,
  '404': problem('The notification names a template that is no more (3001).'),
  '409': problem('The key was used before (1034).'),
  '422': problem('The only recipient has declined electronic communication (1030).'),
  ...AWAY,
}

type Operation = Pick<ZodOpenApiOperationObject, 'operationId' | 'summary' | 'description' | 'security' | 'responses'>

/** An operation that names one correspondence. */
const about = ({ responses, ...operation }: Operation): ZodOpenApiOperationObject => ({
  ...operation,
  tags: ['Correspondences'],
  requestParams: { path: z.object({ id: z.uuid().meta({ description: 'The `correspondenceId`.' }) }) },
  responses: { ...responses, ...REFUSED_CALLER, ...AWAY },
})

/** An operation on one correspondence, which must be there. */
const on = ({ responses, ...operation }: Operation): ZodOpenApiOperationObject =>
  about({ ...operation, responses: { ...responses, '404': NOT_THERE } })

const Verdict = z.object({ sendNotification: z.boolean() })

const check = (operationId: string, which: string): ZodOpenApiOperationObject =>
  about({
    operationId,
    summary: `Ask whether ${which} may be sent`,
    description: `Whether ${which} may go out now: asked when it falls due.`,
    security: TO_CHECK,
    responses: { '200': json('Whether it may. Of an unknown correspondence nothing may.', Verdict) },
  })

/** Messages in an inbox, and the notifications that tell of them. */
export const correspondencePaths = (): ZodOpenApiPathsObject => ({
  [CORRESPONDENCE_PATH]: {
    post: {
      operationId: 'initialiseCorrespondence',
      summary: 'Initialise a message to one or more recipients',
      description:
        'Stores a message, publishes it in time, and then orders the notifications that tell its recipients of it. Texts of notifications hold no links.',
      tags: ['Correspondences'],
      security: AS_SENDER,
      requestBody: { required: true, content: { 'application/json': { schema: correspondenceRequestSchema() } } },
      responses: answersToInitialising,
    },
  },
  [`${CORRESPONDENCE_PATH}/upload`]: {
    post: {
      operationId: 'initialiseCorrespondenceFromForm',
      summary: 'Initialise a message from a form',
      description:
        'The same as a form: members by their paths (`correspondence.content.messageTitle`, `recipients[0]`). Of files only their names are kept.',
      tags: ['Correspondences'],
      security: AS_SENDER,
      requestBody: {
        required: true,
        content: { 'multipart/form-data': { schema: z.record(z.string(), z.string()) } },
      },
      responses: { ...answersToInitialising, '415': problem('The body is not `multipart/form-data`.') },
    },
  },
  [`${CORRESPONDENCE_PATH}/{id}`]: {
    get: on({
      operationId: 'getCorrespondence',
      summary: 'Look at a correspondence',
      description: 'Shows it to its sender, and once it is published to its recipient, who has then fetched it.',
      security: AS_SENDER_OR_RECIPIENT,
      responses: { '200': json('The correspondence.', CorrespondenceOverview) },
    }),
  },
  [`${CORRESPONDENCE_PATH}/{id}/details`]: {
    get: on({
      operationId: 'getCorrespondenceDetails',
      summary: 'Look at a correspondence and its notifications',
      description:
        'As above, with its history and how each of its notifications fares, those that could reach nobody included. Addresses are for the sender alone.',
      security: AS_SENDER_OR_RECIPIENT,
      responses: { '200': json('The correspondence.', CorrespondenceDetails) },
    }),
  },
  [`${CORRESPONDENCE_PATH}/{id}/content`]: {
    get: on({
      operationId: 'getCorrespondenceContent',
      summary: 'Read a correspondence',
      description: 'What the message says. Whoever gets it has read it: no reminder is sent.',
      security: AS_RECIPIENT,
      responses: {
        '200': { description: 'The message in Markdown.', content: { 'text/plain': { schema: z.string() } } },
      },
    }),
  },
  [`${CORRESPONDENCE_PATH}/{id}/markasread`]: {
    post: on({
      operationId: 'markCorrespondenceAsRead',
      summary: 'Mark a correspondence as read',
      description: 'No reminder is sent any more.',
      security: AS_RECIPIENT,
      responses: { '200': ITS_ID },
    }),
  },
  [`${CORRESPONDENCE_PATH}/{id}/confirm`]: {
    post: on({
      operationId: 'confirmCorrespondence',
      summary: 'Confirm a correspondence',
      description: 'Its reminder is sent all the same: confirmed is not read.',
      security: AS_RECIPIENT,
      responses: { '200': ITS_ID },
    }),
  },
  [`${CORRESPONDENCE_PATH}/{id}/purge`]: {
    delete: on({
      operationId: 'purgeCorrespondence',
      summary: 'Throw a correspondence away',
      description:
        'Its sender can until it is published, its recipient afterwards. Whatever of its notifications has not been sent never is.',
      security: AS_SENDER_OR_RECIPIENT,
      responses: {
        '200': ITS_ID,
        '400': problem('It is published (1013), purged already (1014), or must be confirmed first (1026).'),
      },
    }),
  },
  [`${CORRESPONDENCE_PATH}/{id}/notification/check`]: { get: check('checkReminder', 'the reminder') },
  [`${CORRESPONDENCE_PATH}/{id}/notification/check/main`]: {
    get: check('checkNotification', 'the first notification'),
  },
})
