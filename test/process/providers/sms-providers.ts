import type { SmsGateway } from './sms-gateway.ts'
import { ACCOUNT_SID, AUTH_TOKEN, type TwilioService } from './twilio-service.ts'

/** The gateway's login for reports, as its settings have it below. */
export const REPORT_LOGIN = 'rapport:rapport-passord'

/** Settings of a service that sends SMS through the gateway, and through Twilio behind it. */
export const smsProviders = (gateway: SmsGateway, twilio: TwilioService) => ({
  SMS_PROVIDERS: 'link,twilio',
  LINK_URL: gateway.url,
  LINK_USERNAME: 'straks',
  LINK_PASSWORD: 'hemmelig',
  LINK_REPORT_USERNAME: 'rapport',
  LINK_REPORT_PASSWORD: 'rapport-passord',
  TWILIO_URL: twilio.url,
  TWILIO_ACCOUNT_SID: ACCOUNT_SID,
  TWILIO_AUTH_TOKEN: AUTH_TOKEN,
  PUBLIC_URL: 'https://straks.test',
})
