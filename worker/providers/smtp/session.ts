import { fail, ok, type Result } from '@straks/shared'
import { toBase64 } from '../../domain/bytes.ts'
import type { WireAddress } from '../mail/wire-address.ts'
import { type Capabilities, parseCapabilities } from './capabilities.ts'
import { type Reply, replyClassOf } from './reply.ts'
import type { SmtpStage } from './reply-codes.ts'
import type { SmtpSettings } from './settings.ts'
import type { Loss, Wire } from './wire.ts'

/** A mail with its envelope, ready to be handed over. */
export type Submission = {
  /** How we introduce ourselves: a host name, or an address in brackets. */
  readonly clientName: string
  readonly from: WireAddress
  readonly to: WireAddress
  readonly message: string
  /** Whether the message is no longer wanted. */
  readonly isExpired: () => boolean
  /** Asks for more time for the answer to the message; gives how long it may take from now on. */
  readonly extendMs: () => Promise<number>
}

/** Why a mail was not handed over, and where the conversation stood. */
export type SmtpFailure =
  | { readonly stage: SmtpStage; readonly why: 'refused'; readonly reply: Reply }
  | {
      readonly stage: SmtpStage
      readonly why: Loss | 'starttls-missing' | 'login-missing' | 'smtputf8-missing' | 'unasked' | 'expired'
    }

/** The first digit of a reply that says yes, and of one that says go on. RFC 5321 4.2.1. */
const SUCCESS = 2
const INTERMEDIATE = 3

/**
 * How soon a server usually answers once it has the whole message, and can no longer be told to forget it. It may take ten
 * minutes (RFC 5321 4.5.3.2.6), for which more time is asked.
 */
const LAST_ANSWER_MS = 3_000

const encoder = new TextEncoder()
const base64 = (text: string): string => toBase64(encoder.encode(text))

/** Doubles the dot that a line begins with, so that none of them ends the message. RFC 5321 4.5.2. */
export const stuffDots = (message: string): string => message.replaceAll(/(?<=^|\n)\./g, '..')

/** One conversation with a mail server, from its greeting to its answer to one mail. RFC 5321, 3207, 4954, 6531. */
class Session {
  readonly #wire: Wire
  readonly #settings: Pick<SmtpSettings, 'security' | 'login'>

  constructor(wire: Wire, settings: Pick<SmtpSettings, 'security' | 'login'>) {
    this.#wire = wire
    this.#settings = settings
  }

  async submit(submission: Submission): Promise<Result<Reply, SmtpFailure>> {
    const greeted = await this.#hear('greeting', SUCCESS)
    if (!greeted.ok) return greeted
    const capabilities = await this.#introduce(submission.clientName)
    if (!capabilities.ok) return capabilities
    const login = await this.#logIn(capabilities.value)
    return login.ok ? this.#handOver(submission, capabilities.value) : login
  }

  /** Says hello, and once more over TLS: what a server offers in clear text may come from an attacker. */
  async #introduce(clientName: string): Promise<Result<Capabilities, SmtpFailure>> {
    const hello = await this.#say('hello', `EHLO ${clientName}`, SUCCESS)
    if (!hello.ok) return hello
    const capabilities = parseCapabilities(hello.value)
    if (this.#settings.security !== 'starttls') return ok(capabilities)
    // Continuing in clear text is what an attacker who removed the offer would want.
    if (!capabilities.has('STARTTLS')) return fail({ stage: 'starttls', why: 'starttls-missing' })
    const ready = await this.#say('starttls', 'STARTTLS', SUCCESS)
    if (!ready.ok) return ready
    const secured = this.#wire.secure()
    if (!secured.ok) return fail({ stage: 'starttls', why: secured.failure })
    const again = await this.#say('hello', `EHLO ${clientName}`, SUCCESS)
    return again.ok ? ok(parseCapabilities(again.value)) : again
  }

  async #logIn(capabilities: Capabilities): Promise<Result<unknown, SmtpFailure>> {
    const { login } = this.#settings
    if (!login) return ok(null)
    const methods = capabilities.get('AUTH') ?? []
    if (methods.includes('PLAIN'))
      return this.#say('login', `AUTH PLAIN ${base64(`\0${login.username}\0${login.password}`)}`, SUCCESS)
    if (!methods.includes('LOGIN')) return fail({ stage: 'login', why: 'login-missing' })
    const asked = await this.#say('login', 'AUTH LOGIN', INTERMEDIATE)
    if (!asked.ok) return asked
    const named = await this.#say('login', base64(login.username), INTERMEDIATE)
    return named.ok ? this.#say('login', base64(login.password), SUCCESS) : named
  }

  async #handOver(
    { from, to, message, isExpired, extendMs }: Submission,
    capabilities: Capabilities,
  ): Promise<Result<Reply, SmtpFailure>> {
    const needsUtf8 = from.needsUtf8 || to.needsUtf8
    if (needsUtf8 && !(capabilities.has('SMTPUTF8') && capabilities.has('8BITMIME')))
      return fail({ stage: 'mail', why: 'smtputf8-missing' })
    const data = stuffDots(message)
    const parameters =
      (capabilities.has('SIZE') ? ` SIZE=${encoder.encode(message).length}` : '') +
      (needsUtf8 ? ' BODY=8BITMIME SMTPUTF8' : '')
    const mail = await this.#say('mail', `MAIL FROM:<${from.text}>${parameters}`, SUCCESS)
    if (!mail.ok) return mail
    const recipient = await this.#say('recipient', `RCPT TO:<${to.text}>`, SUCCESS)
    if (!recipient.ok) return recipient
    const ready = await this.#say('data', 'DATA', INTERMEDIATE)
    if (!ready.ok) return ready
    if (isExpired()) return fail({ stage: 'data', why: 'expired' })
    this.#wire.allow(LAST_ANSWER_MS)
    const taken = await this.#say('message', `${data}.`, SUCCESS)
    if (taken.ok || taken.failure.why !== 'silence') return taken
    this.#wire.allow(await extendMs())
    return this.#hear('message', SUCCESS)
  }

  async #say(stage: SmtpStage, text: string, wished: number): Promise<Result<Reply, SmtpFailure>> {
    // What is there before the command is no answer to it. Of the message, nothing has gone out yet.
    if (await this.#wire.saysUnasked()) return fail({ stage: stage === 'message' ? 'data' : stage, why: 'unasked' })
    const sent = await this.#wire.send(`${text}\r\n`)
    return sent.ok ? this.#hear(stage, wished) : fail({ stage, why: sent.failure })
  }

  async #hear(stage: SmtpStage, wished: number): Promise<Result<Reply, SmtpFailure>> {
    const reply = await this.#wire.receive()
    if (!reply.ok) return fail({ stage, why: reply.failure })
    return replyClassOf(reply.value.code) === wished ? reply : fail({ stage, why: 'refused', reply: reply.value })
  }
}

/** Hands one mail over and gives the server's answer to it, or tells where that ended. A mail whose last line did not go out is not sent by the server. */
export const submit = (
  wire: Wire,
  settings: Pick<SmtpSettings, 'security' | 'login'>,
  submission: Submission,
): Promise<Result<Reply, SmtpFailure>> => new Session(wire, settings).submit(submission)
