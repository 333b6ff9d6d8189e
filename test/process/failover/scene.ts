import { type DevServer, spawnDevServer } from '../../support/dev-server.ts'
import { ACCESS_KEY, AcsService } from '../providers/acs-service.ts'
import { numbersAfter } from '../providers/allowed-numbers.ts'
import { MailServer, PASSWORD, USERNAME } from '../providers/mail-server.ts'
import { SmsGateway, type Submitted } from '../providers/sms-gateway.ts'
import { REPORT_LOGIN, smsProviders } from '../providers/sms-providers.ts'
import { TwilioService } from '../providers/twilio-service.ts'
import { OUTAGE_MS, type Patient } from './outage.ts'
import { FIRST_OF_LOAD } from './steady-load.ts'

const REPORT_KEY = 'en hemmelig nøkkel til rapporter'

const SMS_PER_SECOND = 12
const MAILS_PER_SECOND = 4

/** More than a steady load sends while an outage lasts. */
const LOAD_MAX = SMS_PER_SECOND * (60 + OUTAGE_MS / 1_000)

/** Messages in one moment: many more than may go to a provider that has not answered yet. */
export const BURST = 100
export const FIRST_OF_BURST = 41_900_000

/** A service with two providers for each channel, which can fall ill. */
export class Scene {
  readonly gateway = new SmsGateway()
  readonly twilio = new TwilioService()
  readonly acs = new AcsService()
  readonly mailServer = new MailServer({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true })
  #service: DevServer | undefined

  /** @param emailProviders in the order of preference */
  static async open(emailProviders: string): Promise<Scene> {
    const scene = new Scene()
    await scene.#start(emailProviders)
    return scene
  }

  get service(): DevServer {
    if (!this.#service) throw new Error('The scene is not open.')
    return this.#service
  }

  async close(): Promise<void> {
    await this.#service?.stop()
    for (const server of [this.gateway, this.twilio, this.acs]) server.close()
    await this.mailServer.close()
  }

  /** Whom SMS have really been sent to. */
  readonly smsReached = () => [
    ...this.gateway.submitted.map(({ receiver }) => `+${receiver}`),
    ...this.twilio.taken.map(({ to }) => to),
  ]

  readonly mailsReached = () => [
    ...this.acs.taken.map(({ to }) => to),
    ...this.mailServer.received.flatMap(({ to }) => to),
  ]

  /** The gateway, which is the first for SMS, in one of the ways to be ill. */
  linkThat(usual: 'error' | 'hang'): Patient {
    return {
      name: 'link',
      channel: 'sms',
      perSecond: SMS_PER_SECOND,
      reached: this.smsReached,
      asked: () => this.gateway.asked,
      sicken: () => {
        this.gateway.usual = usual
      },
      heal: () => {
        this.gateway.usual = 'take'
      },
    }
  }

  linkThatIsGone(): Patient {
    return {
      ...this.linkThat('error'),
      sicken: () => this.gateway.close(),
      heal: () => this.gateway.listen(Number(new URL(this.gateway.url).port)),
    }
  }

  acsThat(usual: 'hang' | 'slow' | 'lose-answer'): Patient {
    return {
      name: 'acs',
      channel: 'email',
      perSecond: MAILS_PER_SECOND,
      reached: this.mailsReached,
      asked: () => this.acs.asked,
      sicken: () => {
        this.acs.usual = usual
      },
      heal: () => {
        this.acs.usual = 'take'
      },
    }
  }

  smtpThatIsGone(): Patient {
    return {
      name: 'smtp',
      channel: 'email',
      perSecond: MAILS_PER_SECOND,
      asked: () => [],
      reached: this.mailsReached,
      sicken: () => this.mailServer.close(),
      heal: () => this.mailServer.listen(this.mailServer.port),
    }
  }

  async #start(emailProviders: string): Promise<void> {
    const { gateway, twilio, acs, mailServer } = this
    await Promise.all([gateway.listen(), twilio.listen(), acs.listen(), mailServer.listen()])
    const service = await spawnDevServer({
      vars: {
        SMS_ALLOW_LIST: [numbersAfter(FIRST_OF_LOAD, LOAD_MAX), numbersAfter(FIRST_OF_BURST, BURST)].join(','),
        ...smsProviders(gateway, twilio),
        EMAIL_PROVIDERS: emailProviders,
        ACS_CONNECTION_STRING: `endpoint=${acs.url};accesskey=${ACCESS_KEY}`,
        ACS_REPORT_KEY: REPORT_KEY,
        SMTP_HOST: '127.0.0.1',
        SMTP_PORT: String(mailServer.port),
        SMTP_SECURITY: 'none-on-loopback',
        SMTP_USERNAME: USERNAME,
        SMTP_PASSWORD: PASSWORD,
      },
    })
    this.#service = service
    twilio.servedAt = service.url
    twilio.afterwards = (sms) => void twilio.tell(sms, 'delivered')
    gateway.afterwards = (message) => void reportSms(service.url, message)
    acs.afterwards = ({ operationId }) => void reportMail(service.url, operationId)
  }
}

const reportSms = (url: string, { reference, receiver }: Submitted) =>
  fetch(`${url}/notifications/sms/api/v1/reports`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml', authorization: `Basic ${btoa(REPORT_LOGIN)}` },
    body: `<MSGLST><MSG><ID>1</ID><REF>${reference}</REF><RCV>${receiver}</RCV><STATE>DELIVRD</STATE></MSG></MSGLST>`,
  })

const reportMail = (url: string, messageId: string) =>
  fetch(`${url}/notifications/email/api/v1/reports?${new URLSearchParams({ key: REPORT_KEY })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'aeg-event-type': 'Notification' },
    body: JSON.stringify([
      {
        id: crypto.randomUUID(),
        subject: '',
        data: { messageId, status: 'Delivered', deliveryAttemptTimeStamp: new Date().toISOString() },
        eventType: 'Microsoft.Communication.EmailDeliveryReportReceived',
        eventTime: new Date().toISOString(),
        dataVersion: '1.0',
      },
    ]),
  })
