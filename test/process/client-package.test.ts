import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packClient } from '../../client/scripts/pack.ts'
import { ROOT } from '../../scripts/run.ts'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'

const run = promisify(execFile)

/** A program as a user writes it: in JavaScript, by the package's name. */
const PROGRAM = `
import { createClient } from '@straks/client'
const [baseUrl, token] = process.argv.slice(2)
const straks = createClient({ baseUrl, token })
const { notification } = await straks.instant.sms({
  recipientSms: { phoneNumber: '+4799999999', timeToLiveInSeconds: 60, smsSettings: { sender: 'Altinn', body: 'Hello there' } },
})
for await (const { shipmentId } of straks.shipments.feed({ pollMs: 100 })) if (shipmentId === notification.shipmentId) break
const { status } = await straks.shipments.get(notification.shipmentId)
const refused = await straks.instant.sms({ recipientSms: {} }).catch((error) => error)
console.log(JSON.stringify({ status, refused: refused.name, findings: refused.findings.length > 0 }))
`

const TYPED = `
import { createClient, type FeedEntry } from '@straks/client'
const straks = createClient({ baseUrl: '', token: '' })
export const ids: Promise<string> = straks.instant
  .sms({ recipientSms: { phoneNumber: '', timeToLiveInSeconds: 60, smsSettings: { body: '' } } })
  .then(({ notification }) => notification.shipmentId)
export const numberOf = ({ sequenceNumber }: FeedEntry): number => sequenceNumber
// @ts-expect-error: an SMS has a recipient
straks.instant.sms({})
`

describe('the client as a package', () => {
  let folder: string
  let server: DevServer

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'straks-client-'))
    const tarball = await packClient()
    await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
    await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: folder })
    server = await startDevServer({ vars: { RECEIPT_GRACE_SECONDS: '1' } })
  })

  afterAll(async () => {
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('brings nothing else along', async () => {
    const lock = JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8'))
    expect(Object.keys(lock.packages).sort()).toEqual(['', 'node_modules/@straks/client'])
  })

  it('sends, follows the feed and tells of a refusal', async () => {
    await writeFile(join(folder, 'program.js'), PROGRAM)
    const token = await Service.at(server).token()
    const { stdout } = await run('node', ['program.js', server.url, token], { cwd: folder })
    expect(JSON.parse(stdout)).toEqual({ status: 'SMS_Delivered', refused: 'ProblemError', findings: true })
  })

  it('has types that a strict program compiles against', async () => {
    await writeFile(join(folder, 'typed.ts'), TYPED)
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', '--lib', 'es2024,dom']
    await run(process.execPath, [`${ROOT}node_modules/typescript/bin/tsc`, ...options, 'typed.ts'], { cwd: folder })
  })
})
