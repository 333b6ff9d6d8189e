import * as z from 'zod'
import { AUDIT_ACTIONS } from '../../operator/audit-actions.ts'

/** A page of the audit log, for the description. */
export const Audit = () =>
  z.object({
    items: z.array(
      z.object({
        at: z.iso.datetime(),
        who: z.string().meta({ description: 'The client or the user, as their token’s issuer names them.' }),
        action: z.enum(AUDIT_ACTIONS),
        organization: z.string().optional(),
        shipmentId: z.uuid().optional(),
        details: z.string().optional().meta({ description: 'By what a search went, and counts; never a recipient.' }),
        outcome: z.string().nullable().meta({ description: '`null`: under way, or cut off.' }),
      }),
    ),
    next: z.string().nullable(),
  })

export type AuditAnswer = z.infer<ReturnType<typeof Audit>>
