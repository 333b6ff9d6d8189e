import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/run.ts'
import { until } from '../support/api/eventually.ts'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'
import { npmStart } from '../support/npm-start.ts'

const run = promisify(execFile)

/** Runs `npm start` where it must end at once; resolves to all it says. */
async function startAndEnd(...options: string[]): Promise<{ code: number; said: string; tookMs: number }> {
  const startedAtMs = Date.now()
  const ended = await run(process.execPath, ['scripts/start.ts', ...options], { cwd: ROOT }).then(
    ({ stdout, stderr }) => ({ code: 0, said: stdout + stderr }),
    ({ code, stdout, stderr }) => ({ code: Number(code), said: `${stdout}${stderr}` }),
  )
  return { ...ended, tookMs: Date.now() - startedAtMs }
}

/** Less than wrangler takes to start, even on a busy machine. */
const AT_ONCE_MS = 20_000

let server: DevServer | undefined
afterAll(() => server?.stop())

describe('npm start', () => {
  it('prints a curl line that ends in a message in the inbox', async () => {
    server = await npmStart()
    const curl = server
      .output()
      .split('\n')
      .find((line) => line.startsWith('curl '))
    const { stdout } = await run('bash', ['-c', `${curl ?? 'false'} --silent`])
    const answer: unknown = JSON.parse(stdout)
    const { shipmentId } = Object(Object(answer).notification)
    const service = Service.at(server)
    await until(async () => (await service.arrived(shipmentId)).length > 0)
    expect(await service.arrived(shipmentId)).toHaveLength(1)
  })

  it('tells where inbox, API and tokens are', () => {
    expect(server?.output()).toContain(`${server?.url}/docs`)
    expect(server?.output()).toContain(`${server?.url}/dev/token`)
  })

  it('knows a few parties from the start', async () => {
    const person = await fetch(`${server?.url}/dev/register/persons/08900499559`)
    expect(await person.json()).toMatchObject({ name: 'Ola Nordmann', mobile: '+4799999001' })
  })

  it('tells its own options', async () => {
    const { code, said } = await startAndEnd('--help')
    expect(code).toBe(0)
    for (const option of ['--port', '--persist-to', '--var NAME:VALUE']) expect(said).toContain(option)
  })

  it.each([
    [['--var'], '--var takes NAME:VALUE, such as --var RECEIPT_GRACE_SECONDS:5'],
    [['--var', 'RECEIPT_GRACE:5'], 'There is no setting RECEIPT_GRACE. Is it RECEIPT_GRACE_SECONDS?'],
    [['--var=SMTP_HOTS:mail.example'], 'There is no setting SMTP_HOTS. Is it SMTP_HOST?'],
    [['--var', 'RETENTION_DAYS:5', 'sms_window:00:00-24:00'], 'There is no setting sms_window. Is it SMS_WINDOW?'],
    [['--var', 'SMS_WINDOW=00:00-24:00'], 'Write --var SMS_WINDOW:00:00-24:00'],
    [['--var', 'RETENTION_DAYS'], 'Write --var RETENTION_DAYS:VALUE'],
    [['--port', 'http'], '--port takes a number from 1 to 65535, not "http".'],
  ])('refuses %j at once', async (options, sentence) => {
    const { code, said, tookMs } = await startAndEnd(...options)
    expect(said).toContain(sentence)
    expect(code).toBe(1)
    expect(tookMs).toBeLessThan(AT_ONCE_MS)
  })

  it('refuses a port that is taken and a state that is in use, at once, and disturbs neither', async () => {
    if (!server) throw new Error('There is no service')
    const { port } = new URL(server.url)
    const empty = join(tmpdir(), `straks-untouched-${crypto.randomUUID()}`)
    const onItsPort = await startAndEnd(`--port=${port}`, `--persist-to=${empty}`)
    expect(onItsPort).toMatchObject({ code: 1, said: expect.stringContaining(`Port ${port} is taken`) })
    expect(existsSync(empty)).toBe(false)
    const onItsState = await startAndEnd('--port=58787', `--persist-to=${server.persistTo}`)
    expect(onItsState).toMatchObject({
      code: 1,
      said: expect.stringContaining(`is in use by the Straks at ${server.url}`),
    })
    expect(Math.max(onItsPort.tookMs, onItsState.tookMs)).toBeLessThan(AT_ONCE_MS)
    expect((await fetch(`${server.url}/health`)).status).toBe(200)
  })

  it('ends with a sentence that names a setting which is malformed', async () => {
    await expect(npmStart({ vars: { RETENTION_DAYS: 'soon' } })).rejects.toThrow(
      'The setting RETENTION_DAYS is missing or malformed: it must be a whole number of days from 1 to 3650.',
    )
  })

  // The sentence is the Worker's. That `npm start` passes on such a one is tested above, and wrangler takes its time.
  it('ends with a sentence that names the providers there are where one is unknown', async () => {
    await expect(startDevServer({ vars: { SMS_PROVIDERS: 'carrier-pigeon' } })).rejects.toThrow(
      'The setting SMS_PROVIDERS names a provider that does not exist; there are: inbox, link, twilio.',
    )
  })
})
