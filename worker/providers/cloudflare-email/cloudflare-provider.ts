import type { Outcome } from '../../domain/outcome.ts'
import { log } from '../../log/log.ts'
import type { Outgoing, Provider } from '../provider.ts'
import { toWireAddress } from '../smtp/envelope.ts'
import { findEmailBinding } from './binding.ts'
import { outcomeOfCode } from './error-codes.ts'
import { CLOUDFLARE_PROVIDER } from './name.ts'

const INVALID: Outcome = { kind: 'refused', status: 'Email_Failed_InvalidFormat' }

/** The codes of the platform's errors, which may stand in the log. Anything else might quote an address. */
const CODE = /^E_[A-Z_]{1,60}$/

function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  return CODE.test(code) ? code : undefined
}

/** Hands mail over to Cloudflare Email Service through a binding. It never reports, so what it takes is delivered. */
export function cloudflareProvider(env: unknown): Provider {
  const binding = findEmailBinding(env)

  async function send({ content, to, text, shipmentId }: Outgoing): Promise<Outcome> {
    if (content.channel !== 'email') throw new Error('Cloudflare Email Service carries e-mail only')
    const [sender, recipient] = [toWireAddress(content.from), toWireAddress(to)]
    if (!sender || !recipient) return INVALID
    const { subject, body, contentType } = content
    const bodies = contentType === 'Html' ? { html: body, text: text ?? '' } : { text: body }
    try {
      await binding.send({ from: sender.text, to: recipient.text, subject, ...bodies })
      return { kind: 'delivered' }
    } catch (error) {
      const code = codeOf(error)
      log('warn', 'cloudflare-failed', { shipmentId, why: code ?? 'unknown' })
      return outcomeOfCode(code)
    }
  }

  return { name: CLOUDFLARE_PROVIDER, honoursReferences: false, send }
}
