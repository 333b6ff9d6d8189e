import * as z from 'zod'
import { parseSettings } from '../../config.ts'

/** What we ask of a `send_email` binding. */
export type EmailBinding = Pick<SendEmail, 'send'>

const isBinding = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'send' in value && typeof value.send === 'function'

const Settings = z.object({
  EMAIL: z.custom<EmailBinding>(isBinding).describe('a send_email binding of that name in wrangler.toml'),
})

/**
 * Finds the binding. Asked only where the provider is selected.
 *
 * @throws ConfigurationError
 */
export const findEmailBinding = (env: unknown): EmailBinding => parseSettings(Settings, env).EMAIL
