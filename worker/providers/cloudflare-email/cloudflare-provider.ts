import * as z from 'zod'
import type { Outcome } from '../../domain/outcome.ts'
import { log } from '../../platform/log.ts'
import { INVALID_ADDRESS, toEnvelope } from '../mail/wire-address.ts'
import type { Outgoing, Provider, ProviderDeclaration } from '../provider.ts'
import {
  type BounceListener,
  keepReference,
  type ReceiptServices,
  receiveAllByReference,
} from '../receipts/references.ts'
import { outcomeOfCode } from './error-codes.ts'
import { MESSAGE_ID_MAX_LENGTH, readEvent } from './events.ts'
import { CLOUDFLARE_PROVIDER, cloudflareSettings, findEmailBinding } from './settings.ts'

/** The codes of the platform's errors, which may stand in the log. Anything else might quote an address. */
const CODE = /^E_[A-Z_]{1,60}$/

function errorCodeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' && CODE.test(code) ? code : undefined
}

/** What the binding answers when it has taken a mail. Its events name it by this too: no longer name is any use. */
const Answer = z.object({ messageId: z.string().min(1).max(MESSAGE_ID_MAX_LENGTH) })

/** Takes in one event from the queue that Email Sending writes to. */
async function consume(body: unknown, services: ReceiptServices): Promise<void> {
  const event = readEvent(body, Date.now())
  if (!event) return log('error', 'cloudflare-event-unreadable', {})
  if ((await receiveAllByReference(services, CLOUDFLARE_PROVIDER, [event])) > 0)
    log('info', 'cloudflare-event-unknown', {})
}

/** Hands mail over to Cloudflare Email Service through a binding. What became of it comes as events on a queue. */
export function cloudflareProvider(env: Env, _config: unknown, bounceListeners: readonly BounceListener[]): Provider {
  const services = { env, bounceListeners }
  const binding = findEmailBinding(env)

  async function send(message: Outgoing): Promise<Outcome> {
    const { content, to, text, shipmentId } = message
    if (content.channel !== 'email') throw new Error('Cloudflare Email Service carries e-mail only')
    const envelope = toEnvelope(content.from, to)
    if (!envelope) return INVALID_ADDRESS
    const { subject, body, contentType } = content
    const bodies = contentType === 'Html' ? { html: body, text: text ?? '' } : { text: body }
    try {
      const answer = await binding.send({ from: envelope.from.text, to: envelope.to.text, subject, ...bodies })
      const named = Answer.safeParse(answer)
      // It has the mail, and what becomes of it cannot be told by a name.
      if (!named.success) log('warn', 'cloudflare-answer-unreadable', { shipmentId })
      else await keepReference(services, CLOUDFLARE_PROVIDER, named.data.messageId, message)
      return { kind: 'taken' }
    } catch (error) {
      const code = errorCodeOf(error)
      log('warn', 'cloudflare-failed', { shipmentId, why: code ?? 'unknown' })
      return outcomeOfCode(code)
    }
  }

  return { name: CLOUDFLARE_PROVIDER, honoursReferences: false, send }
}

/** Cloudflare Email Service. */
export const cloudflareEmail: ProviderDeclaration = {
  name: CLOUDFLARE_PROVIDER,
  channels: ['email'],
  settings: cloudflareSettings,
  create: cloudflareProvider,
  events: { queue: 'email-events', consume },
}
