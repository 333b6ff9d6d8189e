import * as z from 'zod'
import { once } from '../../once.ts'

/**
 * Why a request was refused: RFC 9457, with the members that Altinn's and .NET's clients look for.
 * docs/compatibility/general.md.
 */
export const Problem = once(() =>
  z
    .object({
      type: z.string().meta({ description: 'Names the kind of problem; stable.' }),
      title: z.string().meta({ description: 'The problem in words.' }),
      status: z.int().meta({ description: 'The HTTP status.' }),
      code: z
        .string()
        .regex(/^[-.0-9A-Za-z]+$/)
        .optional()
        .meta({ description: 'Altinn’s code for the problem, where Altinn has one; ours in lower case.' }),
      detail: z.string().optional(),
      errorCode: z.int().optional().meta({ description: 'For a correspondence: Altinn’s number for the error.' }),
      correspondenceIds: z
        .array(z.uuid())
        .optional()
        .meta({ description: 'Of a used idempotency key: the correspondences that it belongs to.' }),
      errors: z
        .record(z.string(), z.array(z.string()))
        .optional()
        .meta({ description: 'Messages by member, in English, under the names that Altinn’s server gives them.' }),
      findings: z
        .array(
          z.object({
            code: z.string().meta({ description: 'The rule.' }),
            severity: z.enum(['error', 'warning', 'information', 'hint']),
            pointer: z.string().meta({ description: 'A JSON Pointer to the member (RFC 6901).' }),
            message: z
              .string()
              .meta({ description: 'What is wrong and how to fix it, in the language of Accept-Language.' }),
            page: z.url().meta({ description: 'Where the rule is explained.' }),
            repairs: z
              .array(
                z.object({
                  key: z.string().meta({ description: 'The kind of repair.' }),
                  safety: z
                    .enum(['safe', 'suggested'])
                    .meta({ description: 'Whether it keeps the meaning of the request.' }),
                  changes: z.array(
                    z.object({
                      kind: z.enum(['set', 'insert', 'remove', 'rename', 'hoist', 'replace']),
                      pointer: z.string().meta({ description: 'A JSON Pointer to what changes (RFC 6901).' }),
                      span: z
                        .object({ start: z.int(), end: z.int() })
                        .optional()
                        .meta({ description: 'The part of a text that changes, in UTF-16 units.' }),
                    }),
                  ),
                }),
              )
              .optional()
              .meta({ description: 'Ways to fix it, by place and kind; never with text from the request.' }),
          }),
        )
        .optional()
        .meta({
          description:
            'What the rules report: 100 findings at most. A repair of several findings stands with the first of them.',
        }),
      more: z
        .object({
          findings: z.int().meta({ description: 'How many more findings there are.' }),
          message: z.string().meta({ description: 'The same in words: `and 4 269 more`.' }),
        })
        .optional()
        .meta({ description: 'There only where the findings above are not all.' }),
      traceId: z.string().meta({ description: 'The request’s id in the logs.' }),
    })
    .meta({ id: 'Problem', description: 'Why a request was refused.' }),
)
