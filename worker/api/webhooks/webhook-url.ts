import { fail, mayAsk, type Result } from '@straks/shared'
import type { Failure } from '../../domain/failure.ts'
import { allowsLoopback } from '../../orders/condition.ts'
import type { Config } from '../../platform/config.ts'

const refused = (message: string): Result<never, Failure> => fail({ reason: 'member-invalid', member: 'url', message })

/**
 * Judges the address of an endpoint: `https`, and on the public internet, by the guard that conditions have. In
 * development `http` and this machine are allowed.
 */
export function judgeWebhookUrl(written: string, config: Config): Result<string, Failure> {
  const url = mayAsk(written, { allowLoopback: allowsLoopback(config) })
  if (!url.ok) return refused('The address must be a URL on the public internet.')
  if (!url.value.startsWith('https:') && !allowsLoopback(config)) return refused('The address must be an https URL.')
  return url
}
