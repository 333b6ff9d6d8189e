import * as z from 'zod'

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
