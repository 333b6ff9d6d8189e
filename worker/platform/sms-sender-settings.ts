import * as z from 'zod'
import type { SmsSenders } from '../domain/sms-sender.ts'

const DEFAULT = 'default'

/** A telephone number, or a short one that a network has given. */
const sender = z.string().regex(/^(?:\+\d{5,15}|\d{4,6})$/)

const byName = z.record(z.string(), sender).transform((entries) => new Map(Object.entries(entries)))

/** Senders by the first digits of recipients' numbers, and then by organisations. The longest digits come first. */
export const smsSenderSettings = z
  .record(z.string().regex(/^[1-9]\d{0,6}$/), byName)
  .transform((entries): readonly SmsSenders[] =>
    Object.entries(entries)
      .map(([prefix, names]) => {
        const byOrganization = new Map(names)
        byOrganization.delete(DEFAULT)
        return { prefix, byOrganization, all: names.get(DEFAULT) }
      })
      .sort((one, other) => other.prefix.length - one.prefix.length),
  )
