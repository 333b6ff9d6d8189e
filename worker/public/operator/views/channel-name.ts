import { type Language, say, table, type Words } from '@straks/shared'

const SMS = { en: 'SMS', nb: 'SMS', nn: 'SMS' }
const EMAIL = { en: 'E-mail', nb: 'E-post', nn: 'E-post' }

const CHANNELS = table<Words>({
  sms: SMS,
  email: EMAIL,
  'sms-preferred': { en: 'SMS, or e-mail', nb: 'SMS, eller e-post', nn: 'SMS, eller e-post' },
  'email-preferred': { en: 'E-mail, or SMS', nb: 'E-post, eller SMS', nn: 'E-post, eller SMS' },
  'email-and-sms': { en: 'E-mail and SMS', nb: 'E-post og SMS', nn: 'E-post og SMS' },
})

/** What a channel is called; one that has no name here, as the wire writes it. */
export function channelName(channel: string, language: Language): string {
  const words = CHANNELS.get(channel)
  return words ? say(words, language) : channel
}
