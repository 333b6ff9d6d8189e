import * as z from 'zod'
import { parseSettings } from '../../platform/config.ts'

/** The provider's name in `EMAIL_PROVIDERS`. */
export const CLOUDFLARE_PROVIDER = 'cloudflare'

/** What we ask of a `send_email` binding. */
type EmailBinding = Pick<SendEmail, 'send'>

const isBinding = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'send' in value && typeof value.send === 'function'

/** How each setting is written. */
export const cloudflareSettings = z.object({
  EMAIL: z.custom<EmailBinding>(isBinding).describe('a send_email binding of that name in wrangler.toml'),
})

/**
 * Finds the binding. Asked only where the provider is selected.
 *
 * @throws ConfigurationError
 */
export const findEmailBinding = (env: unknown): EmailBinding => parseSettings(cloudflareSettings, env).EMAIL
