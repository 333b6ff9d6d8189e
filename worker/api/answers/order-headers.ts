import * as z from 'zod'

export const StatusLocation = () =>
  z.object({ Location: z.url().meta({ description: 'The address of the shipment’s status.' }) })

export const OrderLocation = () => z.object({ Location: z.url().meta({ description: 'The address of the order.' }) })

export const Idempotency = () =>
  z.object({
    'Straks-Idempotency': z
      .enum(['replay', 'mismatch'])
      .meta({ description: '`mismatch` if this request differs from the first one with the same key.' }),
  })
