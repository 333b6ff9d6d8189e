import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseConfig } from '../../../worker/platform/config.ts'
import { acs } from '../../../worker/providers/acs/acs-provider.ts'
import { cloudflareEmail } from '../../../worker/providers/cloudflare-email/cloudflare-provider.ts'
import { link } from '../../../worker/providers/link/link-provider.ts'
import type { Outgoing, Provider } from '../../../worker/providers/provider.ts'
import { twilio } from '../../../worker/providers/twilio/twilio-provider.ts'

const SETTINGS = {
  LINK_URL: 'https://link.example',
  LINK_USERNAME: 'straks',
  LINK_PASSWORD: 'hemmelig',
  LINK_REPORT_USERNAME: 'rapport',
  LINK_REPORT_PASSWORD: 'rapport-passord',
  TWILIO_URL: 'https://twilio.example',
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'hemmelig-hemmelig',
  ACS_CONNECTION_STRING: `endpoint=https://acs.example;accesskey=${btoa('an access key of 32 bytes, or so')}`,
  ACS_REPORT_KEY: 'en hemmelig nøkkel til rapporter',
}
const TAKEN_BY_LINK =
  '<SESSION><LOGON>OK</LOGON><MSGLST><MSG><ID>1</ID><REF>77</REF><STATUS>OK</STATUS></MSG></MSGLST></SESSION>'

type Answer = (url: string) => Response | Promise<Response>
let answer: Answer = () => new Response()
beforeEach(() => vi.stubGlobal('fetch', async (url: string) => answer(url)))
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** A provider without a memory of earlier answers. */
const providerOf = (declaration: typeof link, bindings: object = {}): Provider =>
  declaration.create({ ...env, ...SETTINGS, ...bindings }, parseConfig(env), [])

const message = (channel: 'sms' | 'email'): Outgoing => {
  const shipmentId = crypto.randomUUID()
  return {
    shipmentId,
    reference: shipmentId,
    organization: 'ttd',
    to: channel === 'sms' ? '+4799999999' : 'ola@example.com',
    content:
      channel === 'sms'
        ? { channel, from: 'Altinn', body: 'Hei' }
        : { channel, from: 'noreply@altinn.no', subject: 'Hei', body: 'Hei', contentType: 'Plain' },
    text: undefined,
    expiresAtMs: Date.now() + 60_000,
    simulated: false,
    traceparent: '',
  }
}

const sent = async (provider: Provider, channel: 'sms' | 'email') =>
  (await provider.send(message(channel), { extend: async () => Date.now() })).kind

const brokenOff = (): Response =>
  new Response(new ReadableStream({ start: (controller) => controller.error(new Error('reset')) }))

const ANSWERS: readonly (readonly [string, Answer, string])[] = [
  ['no connection, or one that is reset', () => Promise.reject(new Error('Network connection lost.')), 'uncertain'],
  ['a success that breaks off', brokenOff, 'uncertain'],
  ['an empty success', () => new Response('', { status: 200 }), 'uncertain'],
  ['a page of something else', () => new Response('<html>OK</html>', { status: 200 }), 'uncertain'],
  ['JSON of something else', () => new Response('{"ok":true}', { status: 200 }), 'uncertain'],
  ['another success', () => new Response(null, { status: 204 }), 'uncertain'],
  ['a leading elsewhere to see what came of it', () => new Response('', { status: 303 }), 'uncertain'],
  ['a redirect that may follow a taken message', () => new Response('', { status: 302 }), 'uncertain'],
  ['a redirect of the request itself', () => new Response('', { status: 307 }), 'unavailable'],
  ...[500, 502, 504, 520, 522, 524, 599].map(
    (status) => [`status ${status}`, () => new Response('', { status }), 'uncertain'] as const,
  ),
  ...[401, 403, 404, 408, 429, 503, 521].map(
    (status) => [`status ${status}`, () => new Response('', { status }), 'unavailable'] as const,
  ),
]

describe.each([
  ['link', link, 'sms'],
  ['twilio', twilio, 'sms'],
  ['acs', acs, 'email'],
] as const)('a message handed to %s', (_name, declaration, channel) => {
  it.each(ANSWERS)('where the answer is %s', async (_what, given, kind) => {
    answer = given
    expect(await sent(providerOf(declaration), channel)).toBe(kind)
  })
})

describe('a service that asks to be left alone for an hour', () => {
  it.each([
    ['link', link, 'sms'],
    ['twilio', twilio, 'sms'],
    ['acs', acs, 'email'],
  ] as const)('is left alone, and its messages are free to go elsewhere: %s', async (_name, declaration, channel) => {
    for (const status of [429, 503]) {
      let asked = 0
      answer = () => {
        asked++
        return new Response('{}', { status, headers: { 'retry-after': '3600' } })
      }
      const provider = providerOf(declaration)
      for (let count = 0; count < 3; count++) expect(await sent(provider, channel)).toBe('unavailable')
      expect(asked, `status ${status}`).toBe(1)
    }
  })
})

describe('a mail whose operation id Azure has seen before', () => {
  const REUSED = '{"error":{"code":"OperationIdAlreadyInUse","message":"The operation id was used before."}}'

  it.each([
    ['is on its way', () => new Response('{"id":"1","status":"Running"}'), 'taken'],
    ['has failed', () => new Response('{"id":"1","status":"Failed","error":{"code":"x","message":""}}'), 'refused'],
    ['cannot be asked about', () => new Response('', { status: 500 }), 'uncertain'],
    ['is told of in garbage', () => new Response('<html>'), 'uncertain'],
    ['is asked about too often', () => new Response('', { status: 429 }), 'uncertain'],
  ])('is not refused for that: it %s', async (_what, operation, kind) => {
    for (const status of [400, 409]) {
      answer = (url) => (url.includes('/operations/') ? operation() : new Response(REUSED, { status }))
      expect(await sent(providerOf(acs), 'email')).toBe(kind)
    }
  })
})

describe('a message that a provider has taken', () => {
  it.each([
    ['link', link, 'sms', {}],
    ['cloudflare', cloudflareEmail, 'email', { EMAIL: { send: async () => ({ messageId: crypto.randomUUID() }) } }],
  ] as const)(
    'stays taken where %s’s reference cannot be kept in time',
    async (_name, declaration, channel, bindings) => {
      answer = () => new Response(TAKEN_BY_LINK)
      const never = { getByName: () => ({ remember: () => new Promise(() => undefined) }) }
      const provider = providerOf(declaration, { RECEIPT_REFERENCES: never, ...bindings })
      expect(await sent(provider, channel)).toBe('taken')
    },
  )
})
