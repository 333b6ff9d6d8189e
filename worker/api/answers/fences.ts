import * as z from 'zod'
import { FENCES } from '../../domain/fences.ts'

/** An organisation's fences. */
export const FenceList = () =>
  z
    .object({
      items: z.array(
        z.object({
          fence: z.enum(FENCES),
          messages: z.int().optional().meta({ description: 'How many messages it lets pass in its window.' }),
          seconds: z.int().optional().meta({ description: 'The window.' }),
          used: z.int().optional().meta({ description: 'Messages in the window now; not told per recipient.' }),
          countries: z.array(z.string()).optional().meta({ description: 'The calling codes that SMS may go to.' }),
          refused: z.int().meta({ description: 'Requests that it has refused since it last began to.' }),
          since: z.iso.datetime().optional().meta({ description: 'When it began to refuse.' }),
          latest: z.iso.datetime().optional().meta({ description: 'When it last refused one.' }),
        }),
      ),
      next: z.null(),
    })
    .meta({ id: 'Fences' })

/** Headers of what a fence refuses. */
export const FenceHeaders = () =>
  z.object({
    'Retry-After': z.string().meta({ description: 'Seconds until the fence opens.' }),
    RateLimit: z.string().meta({ description: 'The fence that is closed: draft-ietf-httpapi-ratelimit-headers.' }),
    'RateLimit-Policy': z.string().meta({ description: 'All fences that count your organisation’s messages.' }),
  })
