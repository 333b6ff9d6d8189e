import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { countArrived } from '../support/client.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'

const run = promisify(execFile)

let server: DevServer | undefined
afterAll(() => server?.stop())

describe('npm start', () => {
  it('prints a curl line that ends in a message in the inbox', async () => {
    server = await startDevServer()
    const curl = server
      .output()
      .split('\n')
      .find((line) => line.startsWith('curl '))
    const { stdout } = await run('bash', ['-c', `${curl ?? 'false'} --silent`])
    const answer: unknown = JSON.parse(stdout)
    const { shipmentId } = Object(Object(answer).notification)
    const untilMs = Date.now() + 5_000
    while ((await countArrived(server, shipmentId)) === 0 && Date.now() < untilMs)
      await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await countArrived(server, shipmentId)).toBe(1)
  })

  it('tells where inbox, API and tokens are', () => {
    expect(server?.output()).toContain(`${server?.url}/docs`)
    expect(server?.output()).toContain(`${server?.url}/dev/token`)
  })

  it('ends with a sentence that names a setting which is malformed', async () => {
    await expect(startDevServer({ vars: { RETENTION_DAYS: 'soon' } })).rejects.toThrow(
      'The setting RETENTION_DAYS is missing or malformed: it must be a whole number of days from 1 to 3650.',
    )
  })

  it('ends with a sentence that names the providers there are where one is unknown', async () => {
    await expect(startDevServer({ vars: { SMS_PROVIDERS: 'carrier-pigeon' } })).rejects.toThrow(
      'The setting SMS_PROVIDERS names a provider that does not exist; there are: inbox, link, twilio.',
    )
  })
})
