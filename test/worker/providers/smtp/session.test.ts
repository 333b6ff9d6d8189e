import { fail, ok, type Result } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import type { Reply } from '../../../../worker/providers/smtp/reply.ts'
import { ReplyReader } from '../../../../worker/providers/smtp/reply.ts'
import { type Submission, submit } from '../../../../worker/providers/smtp/session.ts'
import type { SmtpSettings } from '../../../../worker/providers/smtp/settings.ts'
import type { Loss, Wire } from '../../../../worker/providers/smtp/wire.ts'

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

/** A server that answers from a script and keeps what it was told. */
class ScriptedServer implements Wire {
  readonly heard: string[] = []
  readonly #script: string[]

  constructor(...script: string[]) {
    this.#script = script
  }

  receive(): Promise<Result<Reply, Loss>> {
    const line = this.#script.shift()
    const reply = line === undefined ? undefined : new ReplyReader().read(`${line}\r\n`)
    return Promise.resolve(reply === undefined || reply === 'malformed' ? fail('silence') : ok(reply))
  }

  send(text: string): Promise<Result<null, Loss>> {
    this.heard.push(text)
    return Promise.resolve(ok(null))
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
