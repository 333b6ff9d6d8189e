import { describe, expect, it, vi } from 'vitest'
import { ConfigurationError } from '../../../worker/platform/configuration-error.ts'
import { logError } from '../../../worker/platform/log.ts'

describe('the log of an error', () => {
  it('tells its kind and place but not its message, which may quote a text', () => {
    const written = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    logError('request-failed', new TypeError('Unexpected token in "Kode 4242424242"'), { traceId: 'abc' })
    const line = String(written.mock.calls[0]?.[0])
    written.mockRestore()
    expect(JSON.parse(line)).toMatchObject({
      level: 'error',
      event: 'request-failed',
      kind: 'TypeError',
      traceId: 'abc',
    })
    expect(line).not.toContain('4242424242')
  })

  it('tells what is wrong with the settings', () => {
    const written = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const sentence = 'The setting SMS_WINDOW must be two times of day.'
    logError('service-failed', new ConfigurationError(sentence))
    const line = String(written.mock.calls[0]?.[0])
    written.mockRestore()
    expect(JSON.parse(line)).toMatchObject({ kind: 'ConfigurationError', detail: sentence })
  })
})
