import { describe, expect, it } from 'vitest'
import { parseSmtpSettings } from '../../../../worker/providers/smtp/settings.ts'

const RIGHT = {
  SMTP_HOST: 'smtp.example.com',
  SMTP_PORT: '587',
  SMTP_SECURITY: 'starttls',
  SMTP_USERNAME: 'straks',
  SMTP_PASSWORD: 'hemmelig',
}

describe('the settings of SMTP', () => {
  it('are read', () => {
    expect(parseSmtpSettings(RIGHT)).toEqual({
      host: 'smtp.example.com',
      port: 587,
      security: 'starttls',
      login: { username: 'straks', password: 'hemmelig' },
    })
    expect(parseSmtpSettings({ ...RIGHT, SMTP_USERNAME: '', SMTP_PASSWORD: '' }).login).toBeUndefined()
  })

  it('are named where they are missing, without their values', () => {
    for (const name of Object.keys(RIGHT))
      expect(() => parseSmtpSettings({ ...RIGHT, [name]: undefined })).toThrow(
        `The setting ${name} is missing or malformed: it must be`,
      )
    expect(() => parseSmtpSettings({ ...RIGHT, SMTP_USERNAME: '' })).toThrow(/SMTP_PASSWORD(?!.*hemmelig)/)
  })

  it('send no password in clear text over a network', () => {
    const clear = { ...RIGHT, SMTP_SECURITY: 'none-on-loopback' }
    expect(() => parseSmtpSettings(clear)).toThrow('SMTP_SECURITY')
    for (const host of ['localhost', '127.0.0.1'])
      expect(parseSmtpSettings({ ...clear, SMTP_HOST: host }).security).toBe('none-on-loopback')
    for (const host of ['localhost.example.com', '127.0.0.1.example.com', '10.0.0.1'])
      expect(() => parseSmtpSettings({ ...clear, SMTP_HOST: host })).toThrow('SMTP_SECURITY')
  })

  it('refuse a port that Workers cannot reach', () => {
    for (const port of ['25', '0', '65536', '587a', ''])
      expect(() => parseSmtpSettings({ ...RIGHT, SMTP_PORT: port })).toThrow('SMTP_PORT')
  })
})
