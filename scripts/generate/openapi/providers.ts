import * as z from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from 'zod-openapi'
import { EMAIL_REPORTS_PATH, SMS_REPORTS_PATH, TWILIO_STATUS_PATH } from '../../../worker/routes/paths.ts'
import { problem } from './parts.ts'

const empty = (description: string) => ({ description })

/** Where a provider reports. Only where the settings name the provider is there anything at the address. */
const reports = (
  operation: Pick<ZodOpenApiOperationObject, 'operationId' | 'summary' | 'description' | 'security'>,
  type: string,
  responses: ZodOpenApiResponsesObject,
): ZodOpenApiOperationObject => ({
  ...operation,
  tags: ['Providers'],
  requestBody: { required: true, content: { [type]: { schema: z.unknown() } } },
  responses: {
    ...responses,
    '400': empty('The body cannot be read.'),
    '404': problem('The settings do not name this provider.'),
    '413': problem('The body is larger than 256 KiB.'),
  },
})

/** What providers tell of messages they took. `docs/providers.md` has what each of their words means. */
export const providerPaths = (): ZodOpenApiPathsObject => ({
  [SMS_REPORTS_PATH]: {
    post: reports(
      {
        operationId: 'receiveLinkReport',
        summary: 'Take in reports of LINK Mobility',
        description: 'Delivery reports of the XML gateway, known or not.',
        security: [{ linkReports: [] }],
      },
      'text/xml',
      {
        '200': { description: 'Taken in.', content: { 'text/xml': { schema: z.string() } } },
        '401': empty('Not its login.'),
      },
    ),
  },
  [TWILIO_STATUS_PATH]: {
    post: reports(
      {
        operationId: 'receiveTwilioStatus',
        summary: 'Take in a status of Twilio',
        description: 'A status callback, signed for this very address (`X-Twilio-Signature`).',
        security: [{ twilioSignature: [] }],
      },
      'application/x-www-form-urlencoded',
      { '204': empty('Taken in.'), '403': empty('Not its signature.') },
    ),
  },
  [EMAIL_REPORTS_PATH]: {
    post: reports(
      {
        operationId: 'receiveAcsReport',
        summary: 'Take in reports of Azure Communication Services',
        description: 'Events of Event Grid, and its question whether this end point wants them.',
        security: [{ reportKey: [] }],
      },
      'application/json',
      {
        '200': empty('Taken in.'),
        '401': empty('Not its key.'),
        '415': problem('The body is not `application/json`.'),
      },
    ),
  },
})
