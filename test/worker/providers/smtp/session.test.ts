import { fail, ok, type Result } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import type { Reply } from '../../../../worker/providers/smtp/reply.ts'
import { ReplyReader } from '../../../../worker/providers/smtp/reply.ts'
import { type Submission, submit } from '../../../../worker/providers/smtp/session.ts'
import type { SmtpSettings } from '../../../../worker/providers/smtp/settings.ts'
import type { Loss, Wire } from '../../../../worker/providers/smtp/wire.ts'

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

/** In a script: nothing, for too long. */
const SILENCE = ''

/** In a script: what comes next is there before the server was asked. */
const UNASKED = 'unasked'

/** A server that answers from a script and keeps what it was told. */
class ScriptedServer implements Wire {
  readonly heard: string[] = []
  readonly #script: string[]

  constructor(...script: string[]) {
    this.#script = script
  }

  receive(): Promise<Result<Reply, Loss>> {
    const line = this.#script.shift()
    const reply = line === undefined || line === SILENCE ? undefined : new ReplyReader().read(`${line}\r\n`)
    return Promise.resolve(reply === undefined || reply === 'malformed' ? fail('silence') : ok(reply))
  }

  send(text: string): Promise<Result<null, Loss>> {
    this.heard.push(text)
    return Promise.resolve(ok(null))
  }

  async saysUnasked(): Promise<boolean> {
    return this.#script[0] === UNASKED
  }

  secure(): Result<null, Loss> {
    this.heard.push('<TLS>')
    return ok(null)
  }

  allow(): void {
    // Time is the connection's matter.
  }
}

const submission = (some: Partial<Submission> = {}): Submission => ({
  clientName: 'straks.example',
  from: { text: 'noreply@altinn.no', needsUtf8: false },
  to: { text: 'ola@example.com', needsUtf8: false },
  message: 'Subject: x\r\n\r\n.\r\n',
  isExpired: () => false,
  extendMs: async () => 0,
  ...some,
})

const PLAIN: Pick<SmtpSettings, 'security' | 'login'> = { security: 'tls', login: undefined }
const LOGIN = { username: 'straks', password: 'hemmelig æ' }

async function talk(server: ScriptedServer, settings = PLAIN, some: Partial<Submission> = {}) {
  const result = await submit(server, settings, submission(some))
  return {
    ...(result.ok ? { stage: 'end', why: 'handed over' } : result.failure),
    heard: server.heard.map((line) => line.trimEnd()),
  }
}

describe('a conversation', () => {
  it('hands a mail over, its dots doubled', async () => {
    const server = new ScriptedServer('220 hi', '250 hi', '250 ok', '250 ok', '354 go', '250 2.0.0 taken')
    expect(await talk(server)).toEqual({
      stage: 'end',
      why: 'handed over',
      heard: [
        'EHLO straks.example',
        'MAIL FROM:<noreply@altinn.no>',
        'RCPT TO:<ola@example.com>',
        'DATA',
        'Subject: x\r\n\r\n..\r\n.',
      ],
    })
  })

  it('goes by the first digit of a reply, whatever the others are', async () => {
    const odd = await talk(new ScriptedServer('229 hi', '299 hi', '259 ok', '252 ok', '399 go', '299 taken'))
    expect([odd.stage, odd.why]).toEqual(['end', 'handed over'])
    const login = await talk(
      new ScriptedServer('220 hi', '250-hi\r\n250 AUTH LOGIN', '350 a', '399 b', '299 yes', '250 ok', '550 5.1.1 no'),
      { ...PLAIN, login: LOGIN },
    )
    expect([login.stage, login.why]).toEqual(['recipient', 'refused'])
  })

  it('does not hand over a message that the server did not ask for', async () => {
    const { stage, why, heard } = await talk(
      new ScriptedServer('220 hi', '250 hi', '250 ok', '250 ok', '250 what?', '250 taken'),
    )
    expect([stage, why, heard.at(-1)]).toEqual(['data', 'refused', 'DATA'])
  })

  it('takes nothing for an answer that was there before it asked, and then sends no message', async () => {
    const script = ['220 hi', '250 hi', '250 ok', '250 ok', '354 go', '250 taken']
    const stages = ['hello', 'mail', 'recipient', 'data', 'data']
    for (const [index, stage] of stages.entries()) {
      const hasty = await talk(new ScriptedServer(...script.slice(0, index + 1), UNASKED, ...script.slice(index + 1)))
      expect([hasty.stage, hasty.why, hasty.heard.length]).toEqual([stage, 'unasked', index])
    }
  })

  it('asks again what the server can do when it is behind TLS', async () => {
    const server = new ScriptedServer('220 hi', '250-hi\r\n250 STARTTLS', '220 go', '250 hi')
    const { heard } = await talk(server, { ...PLAIN, security: 'starttls' })
    expect(heard.slice(0, 4)).toEqual(['EHLO straks.example', 'STARTTLS', '<TLS>', 'EHLO straks.example'])
  })

  it('ends before the login where the offer of STARTTLS was taken away', async () => {
    const server = new ScriptedServer('220 hi', '250-hi\r\n250 AUTH PLAIN')
    const { why, heard } = await talk(server, { security: 'starttls', login: LOGIN })
    expect([why, heard]).toEqual(['starttls-missing', ['EHLO straks.example']])
  })

  it('logs in as the server offers: PLAIN before LOGIN', async () => {
    const both = await talk(new ScriptedServer('220 hi', '250-hi\r\n250 AUTH LOGIN PLAIN'), { ...PLAIN, login: LOGIN })
    expect(both.heard.at(-1)).toBe(`AUTH PLAIN ${base64('\0straks\0hemmelig æ')}`)
    const server = new ScriptedServer(
      '220 hi',
      '250-hi\r\n250 AUTH LOGIN',
      '334 VXNlcg==',
      '334 UGFzcw==',
      '535 5.7.8 no',
    )
    const one = await talk(server, { ...PLAIN, login: LOGIN })
    expect(one.heard.slice(-2)).toEqual(['straks', 'hemmelig æ'].map(base64))
    expect([one.stage, one.why]).toEqual(['login', 'refused'])
  })

  it('names no password to a server that offers no way it knows', async () => {
    const server = new ScriptedServer('220 hi', '250-hi\r\n250 AUTH CRAM-MD5')
    const { why, heard } = await talk(server, { ...PLAIN, login: LOGIN })
    expect([why, heard.length]).toEqual(['login-missing', 1])
  })

  it('tells the size where the server wants it, and speaks UTF-8 only where the address needs it', async () => {
    const ready = ['220 hi', '250-hi\r\n250-SIZE 1000\r\n250-8BITMIME\r\n250 SMTPUTF8', '250 ok']
    expect((await talk(new ScriptedServer(...ready))).heard[1]).toBe('MAIL FROM:<noreply@altinn.no> SIZE=17')
    const to = { text: 'bjørn@example.com', needsUtf8: true }
    const { heard } = await talk(new ScriptedServer(...ready), PLAIN, { to })
    expect(heard[1]).toBe('MAIL FROM:<noreply@altinn.no> SIZE=17 BODY=8BITMIME SMTPUTF8')
    const old = await talk(new ScriptedServer('220 hi', '250 hi'), PLAIN, { to })
    expect([old.why, old.heard.length]).toEqual(['smtputf8-missing', 1])
  })

  it('asks for more time where the server has the whole message and says nothing, once', async () => {
    let asked = 0
    const extendMs = async () => ++asked
    const late = new ScriptedServer('220 hi', '250 hi', '250 ok', '250 ok', '354 go', SILENCE, '250 taken')
    expect(await talk(late, PLAIN, { extendMs })).toMatchObject({ stage: 'end', why: 'handed over' })
    const mute = new ScriptedServer('220 hi', '250 hi', '250 ok', '250 ok', '354 go', SILENCE, SILENCE, '250 taken')
    expect(await talk(mute, PLAIN, { extendMs })).toMatchObject({ stage: 'message', why: 'silence' })
    const slow = new ScriptedServer('220 hi', '250 hi', '250 ok', SILENCE, '250 ok')
    expect(await talk(slow, PLAIN, { extendMs })).toMatchObject({ stage: 'recipient', why: 'silence' })
    expect(asked).toBe(2)
  })

  it('ends before the message where that is no longer wanted', async () => {
    const server = new ScriptedServer('220 hi', '250 hi', '250 ok', '250 ok', '354 go', '250 taken')
    const { stage, why, heard } = await talk(server, PLAIN, { isExpired: () => true })
    expect([stage, why, heard.at(-1)]).toEqual(['data', 'expired', 'DATA'])
  })

  it('tells where it ended', async () => {
    const script = ['220 hi', '250 hi', '250 ok', '250 ok', '354 go', '250 taken']
    const stages = ['greeting', 'hello', 'mail', 'recipient', 'data', 'message']
    for (const [index, stage] of stages.entries()) {
      const silent = await talk(new ScriptedServer(...script.slice(0, index)))
      expect([silent.stage, silent.why]).toEqual([stage, 'silence'])
      const refused = await talk(new ScriptedServer(...script.slice(0, index), '550 5.1.1 no'))
      expect([refused.stage, refused.why]).toEqual([stage, 'refused'])
    }
  })
})
