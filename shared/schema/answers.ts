import * as z from 'zod'

/** The answer to an accepted order. Seed 000, "Respons"; `spec/notifications.md` 2.1. */
export const OrderAnswer = z
  .object({
    notificationOrderId: z.uuid().meta({ description: 'Names the order.' }),
    notification: z
      .object({
        shipmentId: z.uuid().meta({ description: 'Names the shipment: ask for its status with it.' }),
        sendersReference: z
          .string()
          .optional()
          .meta({ description: 'The reference that came with the request, if any.' }),
      })
      .meta({ description: 'What was ordered.' }),
  })
  .meta({
    id: 'OrderAnswer',
    description: 'An accepted order.',
    examples: [
      {
        notificationOrderId: 'caa7f1c0-9d7b-8e56-8d3f-5350f4eb9300',
        notification: {
          shipmentId: 'caa7f1c0-9d7b-8e56-8d3f-5350f4eb9301',
          sendersReference: 'otp-login-2024-09-30-1234',
        },
      },
    ],
  })

/** How a shipment fares. Seed 000, "Hente leveringsstatus"; design 3.6. */
export const ShipmentManifest = z
  .object({
    shipmentId: z.uuid(),
    sendersReference: z.string().optional(),
    type: z.literal('Instant').meta({ description: 'What kind of order the shipment belongs to.' }),
    status: z.string().meta({ description: 'The status of the delivery: see the table of statuses.' }),
    lastUpdate: z.iso.datetime().meta({ description: 'When the status last changed, in UTC.' }),
    recipients: z
      .array(
        z.object({
          type: z.enum(['SMS', 'Email']),
          destination: z.string().meta({ description: 'The number in E.164 form, or the address.' }),
          status: z.string(),
          lastUpdate: z.iso.datetime(),
        }),
      )
      .meta({ description: 'Each recipient: of an instant message, the one.' }),
  })
  .meta({
    id: 'ShipmentManifest',
    description: 'A shipment and its status.',
    examples: [
      {
        shipmentId: 'caa7f1c0-9d7b-8e56-8d3f-5350f4eb9301',
        sendersReference: 'otp-login-2024-09-30-1234',
        type: 'Instant',
        status: 'SMS_Delivered',
        lastUpdate: '2024-09-30T08:25:13.000Z',
        recipients: [
          {
            type: 'SMS',
            destination: '+4799999999',
            status: 'SMS_Delivered',
            lastUpdate: '2024-09-30T08:25:13.000Z',
          },
        ],
      },
    ],
  })

/** Why a request was refused: RFC 9457, with the members that Altinn's and .NET's clients look for. Design 3.6. */
export const Problem = z
  .object({
    type: z.string().meta({ description: 'Names the kind of problem; stable.' }),
    title: z.string().meta({ description: 'The problem in words.' }),
    status: z.int().meta({ description: 'The HTTP status.' }),
    code: z.string().meta({ description: 'The kind of problem, short.' }),
    detail: z.string().optional(),
    errorCode: z.int().optional().meta({ description: 'Of a correspondence: Altinn’s number for what is wrong.' }),
    errors: z
      .record(z.string(), z.array(z.string()))
      .optional()
      .meta({ description: 'Messages by member, under the names that Altinn’s server gives them.' }),
    findings: z
      .array(
        z.object({
          code: z.string().meta({ description: 'The rule.' }),
          severity: z.enum(['error', 'warning', 'information', 'hint']),
          pointer: z.string().meta({ description: 'A JSON Pointer to the member (RFC 6901).' }),
          message: z
            .string()
            .meta({ description: 'What is wrong and what to do, in the language of Accept-Language.' }),
          page: z.url().meta({ description: 'Where the rule is explained.' }),
          fix: z.object({ title: z.string(), edits: z.array(z.record(z.string(), z.unknown())) }).optional(),
        }),
      )
      .optional()
      .meta({ description: 'Everything the judge has to say.' }),
    traceId: z.string().meta({ description: 'Names the request in the logs.' }),
  })
  .meta({ id: 'Problem', description: 'Why a request was refused.' })
