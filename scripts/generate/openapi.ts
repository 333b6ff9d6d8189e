import { createDocument } from 'zod-openapi'
import { correspondencePaths } from './openapi/correspondence.ts'
import { instantPaths } from './openapi/instant.ts'
import { operationPaths } from './openapi/operation.ts'
import { orderPaths } from './openapi/orders.ts'
import { providerPaths } from './openapi/providers.ts'
import { shipmentPaths } from './openapi/shipments.ts'

/** The description of the API (OpenAPI 3.1), made of the very schemas that judge its requests. */
export const createOpenApi = (): ReturnType<typeof createDocument> =>
  createDocument(
    {
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
        { name: 'Orders', description: 'Messages that wait until they fall due, with their reminders.' },
        { name: 'Status', description: 'How messages fare.' },
        { name: 'Correspondences', description: 'Messages in an inbox, and the notifications that tell of them.' },
        { name: 'Operation', description: 'For whoever runs the service.' },
        {
          name: 'Providers',
          description: 'Where those who carry messages report; there only where they are selected.',
        },
      ],
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description: 'A token of Altinn or Maskinporten with the scope that the operation names.',
          },
          linkReports: { type: 'http', scheme: 'basic' },
          reportKey: { type: 'apiKey', in: 'header', name: 'Straks-Report-Key' },
          twilioSignature: { type: 'apiKey', in: 'header', name: 'X-Twilio-Signature' },
        },
      },
      paths: {
        ...instantPaths(),
        ...orderPaths(),
        ...shipmentPaths(),
        ...correspondencePaths(),
        ...operationPaths(),
        ...providerPaths(),
      },
    },
    {
      // A format says what a page of expression would, and clients made from this know it.
      override: ({ jsonSchema }) => {
        if (jsonSchema.format !== undefined) delete jsonSchema.pattern
      },
    },
  )
