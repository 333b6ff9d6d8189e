import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { ConfigurationError, parseConfig, SETTING_FORMATS } from '../../../worker/platform/config.ts'

const names = SETTING_FORMATS.map(([name]) => name)

describe('the settings', () => {
  it('knows the shares of providers that are tried out', () => {
    const { smsProviders, providerShares } = parseConfig({ ...env, SMS_PROVIDERS: 'link, twilio=5%' })
    expect(smsProviders).toEqual(['link', 'twilio'])
    expect([...providerShares.sms]).toEqual([['twilio', 5]])
    for (const wrong of ['link=0%', 'link=5', 'link=100%', 'link=60%,twilio=60%', 'link=5%', 'link,link=5%'])
      expect(() => parseConfig({ ...env, SMS_PROVIDERS: wrong }), wrong).toThrow(/SMS_PROVIDERS/)
  })

  it('are read from the environment', () => {
    expect(parseConfig(env)).toMatchObject({ environment: 'development', retentionDays: 90, smsProviders: ['inbox'] })
  })

  it.each(names)('without %s are refused with a sentence that names it', (name) => {
    const incomplete = { ...env, [name]: undefined }
    expect(() => parseConfig(incomplete)).toThrow(ConfigurationError)
    expect(() => parseConfig(incomplete)).toThrow(
      new RegExp(`The setting ${name} is missing or malformed: it must be `),
    )
  })

  it.each([
    ['ENVIRONMENT', 'prod'],
    ['SMS_PROVIDERS', ''],
    ['SMS_PROVIDERS', 'inbox,,twilio'],
    ['TOKEN_ISSUERS', 'https://issuer.example'],
    ['TOKEN_ISSUERS', '["http://issuer.example"]'],
    ['TOKEN_ISSUERS', '[{"issuer":"https://issuer.example","audienc":"x"}]'],
    ['ORGANIZATION_CODES', '12345=ttd'],
    ['RECEIPT_GRACE_SECONDS', '-1'],
    ['RECEIPT_GRACE_SECONDS', '1.5'],
    ['RETENTION_DAYS', '0'],
    ['DEFAULT_SMS_SENDER', 'Longer than eleven'],
    ['DEFAULT_EMAIL_SENDER', 'nobody'],
    ['PUBLIC_URL', 'straks.example'],
  ])('with %s set to %j are refused', (name, value) => {
    expect(() => parseConfig({ ...env, [name]: value })).toThrow(`The setting ${name} is missing or malformed`)
  })

  it.each([
    ['{"default":{"perMinut":3}}', 'default.perMinut'],
    ['{"default":{},"ttd":{"perRecipient":{"messages":"3","seconds":60}}}', 'ttd.perRecipient.messages'],
    ['{"default":{"smsCountries":["47","+46"]}}', 'default.smsCountries[1]'],
    ['{"Default":{"perMinute":3}}', 'Default'],
    ['{"defualt":{"perMinute":3}}', 'defualt'],
    ['{"default ":{"perMinute":3}}', 'default '],
  ])('refuse FENCES %s, which would leave a fence out, and say where', (FENCES, place) => {
    expect(() => parseConfig({ ...env, FENCES })).toThrow(
      `The setting FENCES is missing or malformed (${place}): it must`,
    )
  })

  it('take an organisation of any name into FENCES', () => {
    const names = ['ttd', 'TTD', 'kommune-å', 'fault', 'constructor']
    const FENCES = `{"default":{"perMinute":9},${names.map((name) => `"${name}":{"perMinute":1}`).join(',')}}`
    const { byOrganization } = parseConfig({ ...env, FENCES }).fences
    expect([...byOrganization.keys()].sort()).toEqual([...names].sort())
  })

  it('of production are refused where they are still the examples, in a sentence for each', () => {
    const own = {
      ENVIRONMENT: 'production',
      SMS_PROVIDERS: 'link',
      EMAIL_PROVIDERS: 'smtp',
      PUBLIC_URL: 'https://a.no',
      CONTENT_KEYS: JSON.stringify([{ id: 'one', key: btoa('k'.repeat(32)) }]),
    }
    expect(parseConfig({ ...env, ...own })).toMatchObject({ environment: 'production' })
    for (const [name, value] of [
      ['SMS_PROVIDERS', 'inbox'],
      ['SMS_PROVIDERS', 'link,inbox'],
      ['EMAIL_PROVIDERS', 'inbox'],
      ['PUBLIC_URL', 'https://straks.example/'],
      ['CONTENT_KEYS', '[]'],
    ] as const)
      expect(() => parseConfig({ ...env, ...own, [name]: value })).toThrow(`The setting ${name} `)
    expect(() => parseConfig({ ...env, ...own, CONTENT_KEYS: undefined })).toThrow('The secret CONTENT_KEYS is missing')
    expect(() => parseConfig({ ...env, ...own, ENVIRONMENT: 'staging', SMS_PROVIDERS: 'inbox' })).not.toThrow()
  })

  it('do not show a value in the sentence that refuses it', () => {
    expect(() => parseConfig({ ...env, TOKEN_ISSUERS: 'secret-value' })).not.toThrow(/secret-value/)
  })
})
