import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/run.ts'
import type { Client } from '../support/api/client.ts'
import { until } from '../support/api/eventually.ts'
import { Service } from '../support/api/service.ts'
import type { DevServer } from '../support/launch.ts'
import { npmStart } from '../support/npm-start.ts'
import { mail } from './providers/mail.ts'

const HTML = '<p>Koden er <b>428516</b> – æøå 😀</p>'

let folder = ''
let service: DevServer
let client: Client

/** The repository's configuration with the binding that an operator adds. */
async function configurationWithBinding(): Promise<string> {
  const text = await readFile(`${ROOT}wrangler.toml`, 'utf8')
  const [local = '', ...production] = text
    .replaceAll(/^(main|directory|migrations_dir|"[^"]+") = "(?:\.\/)?(?=worker\/)/gm, `$1 = "${ROOT}`)
    .split('[env.production]')
  const path = join(folder, 'wrangler.toml')
  const binding = '[[send_email]]\nname = "EMAIL"\nallowed_sender_addresses = ["noreply@altinn.no"]\n\n'
  await writeFile(path, [local + binding, ...production].join('[env.production]'))
  return path
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'straks-email-'))
  service = await npmStart({ vars: { EMAIL_PROVIDERS: 'cloudflare' }, config: await configurationWithBinding() })
  client = await Service.at(service).client()
})
afterAll(async () => {
  await service?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** How much was printed before this try of this test. */
let printedBefore = 0
beforeEach(() => {
  printedBefore = service.output().length
})
const printed = (): string => service.output().slice(printedBefore)

/** What the platform wrote down of the mails it was handed: it prints where. */
async function handedOver(kind: 'Text' | 'HTML'): Promise<readonly string[]> {
  const paths = [...printed().matchAll(new RegExp(`^${kind}: (.+)$`, 'gm'))].map(([, path = '']) => path)
  return Promise.all(paths.map((path) => readFile(path, 'utf8')))
}

describe('the send_email binding', () => {
  it('gets an HTML mail with its text, and has taken it; events tell what becomes of it', async () => {
    const subject = 'Engangskode for æøå'
    const shipmentId = await client.sendEmail(
      mail({
        emailAddress: 'post@blåbær.example',
        body: HTML,
        contentType: 'Html',
        subject,
      }),
    )
    await client.reaches(shipmentId, 'Email_Succeeded')
    await until(() => printed().includes('send_email binding called'))
    expect(printed()).toContain('post@xn--blbr-roah.example')
    expect(printed()).toContain(subject)
    await expect.poll(() => handedOver('HTML')).toEqual([HTML])
    expect(await handedOver('Text')).toEqual(['Koden er 428516 – æøå 😀'])
  })

  it('gets a plain mail as it was written', async () => {
    await client.reaches(await client.sendEmail(mail({ body: 'Linje 1\nLinje 2 <b>' })), 'Email_Succeeded')
    await expect.poll(() => handedOver('Text')).toContain('Linje 1\nLinje 2 <b>')
    expect(await handedOver('HTML')).toEqual([])
  })

  it('that throws leaves the mail waiting, and the log without its words', async () => {
    const shipmentId = await client.sendEmail(mail({ senderEmailAddress: 'somebody@example.com' }))
    await until(() => printed().includes('"event":"cloudflare-failed"'))
    expect(await client.statusOf(shipmentId)).toBe('Email_Sending')
    const [, line = ''] = /(\{.*"event":"cloudflare-failed".*)/.exec(printed()) ?? []
    expect(line).toContain(`"shipmentId":"${shipmentId}","why":"unknown"`)
    expect(line).not.toContain('example.com')
  })
})
