import { describe, expect, it } from 'vitest'
import { operationIdOf } from '../../../../worker/providers/acs/operation-id.ts'
import { loggableCode, outcomeOfReply, readOperation } from '../../../../worker/providers/acs/reply.ts'
import { parseAcsSettings } from '../../../../worker/providers/acs/settings.ts'
import { signatureHeaders } from '../../../../worker/providers/acs/signature.ts'

const error = (code: string, message = '') => JSON.stringify({ error: { code, message } })

describe('an answer of the service', () => {
  it.each([
    [400, error('InvalidEmailAddress'), 'Email_Failed_InvalidFormat', 'InvalidEmailAddress'],
    [400, error('BadRequest', 'Invalid format for email address: x'), 'Email_Failed_InvalidFormat', 'BadRequest'],
    [
      400,
      error('EmailDroppedAllRecipientsSuppressed'),
      'Email_Failed_SuppressedRecipient',
      'EmailDroppedAllRecipientsSuppressed',
    ],
    [400, error('constructor'), 'Email_Failed', 'constructor'],
    [404, error('DomainNotLinked'), 'Email_Failed', 'DomainNotLinked'],
    [413, '<html>', 'Email_Failed', 'http-413'],
    [400, error('TooManyRequests', 'try again after 60 seconds'), 'unavailable', 'TooManyRequests'],
    [429, '', 'unavailable', 'http-429'],
    [401, error('Denied'), 'unavailable', 'Denied'],
    [403, error('Forbidden'), 'unavailable', 'Forbidden'],
    [400, '<html>', 'unavailable', 'http-400'],
    [404, '{}', 'unavailable', 'http-404'],
    [307, '', 'unavailable', 'http-307'],
    [202, '{"status":"Running"}', 'taken', 'Running'],
    [202, '', 'taken', 'http-202'],
    [202, undefined, 'taken', 'http-202'],
    [
      202,
      '{"status":"Failed","error":{"code":"EmailDroppedAllRecipientsSuppressed"}}',
      'Email_Failed_SuppressedRecipient',
      'EmailDroppedAllRecipientsSuppressed',
    ],
    [200, '{"status":"Succeeded"}', 'taken', 'Succeeded'],
    [200, '<html>', 'uncertain', 'http-200'],
    [201, '', 'uncertain', 'http-201'],
    [204, '', 'uncertain', 'http-204'],
    [503, error('ServiceUnavailable'), 'unavailable', 'ServiceUnavailable'],
    [409, error('Conflict'), 'uncertain', 'http-409'],
    [500, error('InternalServerError'), 'uncertain', 'InternalServerError'],
    [504, '<html>', 'uncertain', 'http-504'],
  ])('with %i and %s means %s, told as %s', (status, text, expected, code) => {
    const outcome = outcomeOfReply({ status, text })
    expect(outcome.kind === 'refused' ? outcome.status : outcome.kind).toBe(expected)
    expect(outcome.code).toBe(code)
  })

  it.each([
    ['{"id":"x","status":"NotStarted"}', 'taken'],
    ['{"id":"x","status":"Running"}', 'taken'],
    ['{"id":"x","status":"Succeeded"}', 'taken'],
    ['{"id":"x","status":"Failed","error":{"code":"EmailDropped","message":"x"}}', 'Email_Failed'],
    ['{"status":"Failed","error":{"code":"EmailDroppedAllRecipientsSuppressed"}}', 'Email_Failed_SuppressedRecipient'],
    ['{"status":"canceled","error":null}', 'Email_Failed'],
    ['{"id":"x"}', undefined],
    ['', undefined],
  ])('about an operation, %s, means %s', (text, expected) => {
    const outcome = readOperation({ text })
    expect(outcome?.kind === 'refused' ? outcome.status : outcome?.kind).toBe(expected)
  })

  it('gives the log a name or nothing', () => {
    expect(loggableCode({ code: 'DomainNotLinked', message: '' })).toBe('DomainNotLinked')
    for (const code of ['', 'ola@example.com', '4799999999', 'a b', 'x'.repeat(65)])
      expect(loggableCode({ code, message: '' })).toBeUndefined()
  })
})

describe('an operation', () => {
  const shipmentId = '0b5c53f5-6c1a-8d2e-9b1f-0123456789ab'

  it('is called what the shipment is, and further deliveries have an id of their own, always the same', async () => {
    expect(await operationIdOf(shipmentId)).toBe(shipmentId)
    const ids = await Promise.all([1, 2, 1].map((number) => operationIdOf(`${shipmentId}.${number}`)))
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(ids[0]).toBe(ids[2])
    expect(new Set([shipmentId, ...ids]).size).toBe(3)
  })
})

describe('a signature', () => {
  it('covers method, path, query, date, host and body', async () => {
    const url = new URL('https://contoso.communication.azure.com/emails:send?api-version=2025-09-01')
    const base = { method: 'POST', url, body: '{}' } as const
    const sign = async (signable: Parameters<typeof signatureHeaders>[1], nowMs = 0) =>
      (await signatureHeaders(new Uint8Array([1, 2, 3]), signable, nowMs)).authorization
    const signatures = await Promise.all([
      sign(base),
      sign({ ...base, method: 'GET' }),
      sign({ ...base, body: '{ }' }),
      sign({ ...base, url: new URL('/emails:send', url) }),
      sign({ ...base, url: new URL('https://fabrikam.communication.azure.com/emails:send?api-version=2025-09-01') }),
      sign(base, 1_000),
    ])
    expect(new Set(signatures).size).toBe(6)
    expect(await signatureHeaders(new Uint8Array([1, 2, 3]), base, 0)).toMatchObject({
      'x-ms-date': 'Thu, 01 Jan 1970 00:00:00 GMT',
      'x-ms-content-sha256': 'RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=',
    })
  })
})

describe('the settings of ACS', () => {
  const CONNECTION = 'endpoint=https://contoso.communication.azure.com/;accesskey=AQID'
  const RIGHT = { ACS_CONNECTION_STRING: CONNECTION, ACS_REPORT_KEY: '0123456789abcdef' }

  it('are read, as the portal shows them', () => {
    expect(parseAcsSettings(RIGHT)).toEqual({
      endpoint: 'https://contoso.communication.azure.com',
      accessKey: new Uint8Array([1, 2, 3]),
      reportKey: '0123456789abcdef',
    })
    expect(
      parseAcsSettings({ ...RIGHT, ACS_CONNECTION_STRING: `AccessKey=AQ==; Endpoint=http://localhost:1/x;` }),
    ).toMatchObject({ endpoint: 'http://localhost:1', accessKey: new Uint8Array([1]) })
  })

  it('are named where they are wrong, without their values, and sign nothing that goes out in clear text', () => {
    for (const ACS_CONNECTION_STRING of [
      undefined,
      '',
      'endpoint=https://contoso.example;accesskey=',
      'endpoint=http://contoso.example/;accesskey=AQID',
      'endpoint=https://contoso.example;accesskey=geheim!',
      'accesskey=AQID',
    ])
      expect(() => parseAcsSettings({ ...RIGHT, ACS_CONNECTION_STRING })).toThrow(
        /^The setting ACS_CONNECTION_STRING is missing or malformed(?!.*(?:contoso|geheim))/,
      )
    expect(() => parseAcsSettings({ ...RIGHT, ACS_REPORT_KEY: 'short' })).toThrow('ACS_REPORT_KEY')
  })
})
