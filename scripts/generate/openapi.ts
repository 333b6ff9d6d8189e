import * as z from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from 'zod-openapi'
import {
  instantEmailRequestSchema,
  instantRequestSchema,
  instantSmsRequestSchema,
  OrderAnswer,
  Problem,
  ShipmentManifest,
} from '../../shared/index.ts'

const API = '/notifications/api/v1/future'

const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: Problem } } })

const REFUSALS = {
  '400': problem('The body is not JSON, or breaks a rule: `errors` and `findings` tell which.'),
  '401': problem('The bearer token is missing or not valid.'),
  '403': problem('The token lacks the scope, or names no organisation.'),
  '413': problem('The body is larger than 256 KiB.'),
  '415': problem('The body is not `application/json`.'),
  '503': problem('The service cannot store the order right now. Send it again with the same key.'),
} as const satisfies ZodOpenApiResponsesObject

const security = [{ bearer: [] }]

const order = (
  operation: Pick<ZodOpenApiOperationObject, 'operationId' | 'summary' | 'description' | 'deprecated'>,
  schema: z.ZodType,
): ZodOpenApiOperationObject => ({
  ...operation,
  tags: ['Instant messages'],
  security,
  requestBody: { required: true, content: { 'application/json': { schema } } },
  responses: {
    '201': {
      description: 'Accepted and stored; the first attempt starts at once.',
      headers: z.object({ Location: z.url().meta({ description: 'Where the status of the shipment is.' }) }),
      content: { 'application/json': { schema: OrderAnswer } },
    },
    '200': {
      description: 'The key was used before: the ids of that order. Nothing more is sent.',
      headers: z.object({
        'Straks-Idempotency': z
          .enum(['replay', 'mismatch'])
          .meta({ description: '`mismatch` where this request differs from the one that used the key first.' }),
      }),
      content: { 'application/json': { schema: OrderAnswer } },
    },
    ...REFUSALS,
  },
})

/** The description of the API (OpenAPI 3.1), made of the very schemas that judge its requests. */
export const createOpenApi = (): ReturnType<typeof createDocument> =>
  createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Straks',
      version: '0.1.0',
      description:
        'One-time codes and notifications from the edge. Speaks Altinn’s notification API: a client written for Altinn works unchanged.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'Instant messages', description: 'One message to one recipient, at once.' },
      { name: 'Status', description: 'How messages fare.' },
      { name: 'Operation', description: 'For whoever runs the service.' },
    ],
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'A token of Altinn or Maskinporten with the scope `altinn:serviceowner/notifications.create`.',
        },
      },
    },
    paths: {
      [`${API}/orders/instant/sms`]: {
        post: order(
          {
            operationId: 'sendInstantSms',
            summary: 'Send an SMS at once',
            description: 'Sends one SMS to one recipient. The key makes a retry safe: the message goes out once.',
          },
          instantSmsRequestSchema(),
        ),
      },
      [`${API}/orders/instant/email`]: {
        post: order(
          {
            operationId: 'sendInstantEmail',
            summary: 'Send an e-mail at once',
            description: 'Sends one e-mail to one recipient. An HTML mail gets a plain-text alternative.',
          },
          instantEmailRequestSchema(),
        ),
      },
      [`${API}/orders/instant`]: {
        post: order(
          {
            operationId: 'sendInstant',
            summary: 'Send an SMS at once (deprecated)',
            description: 'Works as before. Use `/orders/instant/sms` instead.',
            deprecated: true,
          },
          instantRequestSchema(),
        ),
      },
      [`${API}/shipment/{shipmentId}`]: {
        get: {
          operationId: 'getShipment',
          summary: 'Ask how a shipment fares',
          tags: ['Status'],
          security,
          requestParams: {
            path: z.object({
              shipmentId: z.uuid().meta({ description: 'The `shipmentId` of the answer to the order.' }),
            }),
          },
          responses: {
            '200': { description: 'The shipment.', content: { 'application/json': { schema: ShipmentManifest } } },
            '401': REFUSALS['401'],
            '403': REFUSALS['403'],
            '404': problem('Your organisation has no such shipment.'),
            '503': REFUSALS['503'],
          },
        },
      },
      '/dead-letters': {
        get: {
          operationId: 'listDeadLetters',
          summary: 'List the shipments that no worker could handle',
          tags: ['Operation'],
          security,
          responses: {
            '200': {
              description: 'The latest first.',
              content: {
                'application/json': {
                  schema: z.array(z.object({ shipmentId: z.uuid(), reason: z.string(), at: z.iso.datetime() })),
                },
              },
            },
            '401': REFUSALS['401'],
            '403': REFUSALS['403'],
            '503': REFUSALS['503'],
          },
        },
      },
      '/health': {
        get: {
          operationId: 'getHealth',
          summary: 'Ask whether the service answers',
          tags: ['Operation'],
          responses: {
            '200': {
              description: 'It does.',
              content: { 'application/json': { schema: z.object({ status: z.literal('ok') }) } },
            },
          },
        },
      },
    },
  })
