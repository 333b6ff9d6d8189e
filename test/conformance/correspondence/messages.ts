import { keepSecret } from '#client'
import { listIn, type Members } from '../../support/api/answer.ts'
import { CORRESPONDENCE, idsOf } from '../../support/api/correspondences.ts'
import { type Answer, as, post, tokenFor } from '../support.ts'

export { CORRESPONDENCE, idsOf, listIn }

export const WRITE = 'altinn:correspondence.write'
export const READ = 'altinn:correspondence.read'

/** Organisations and persons that the seed of the register does not know. Their numbers are right. */
export const ORGANIZATION = '991825827'
export const OTHER_ORGANIZATION = '313756270'

/** A right message to one organisation, with some members changed. Its words are ones that no log may show. */
export function messageRequest(
  changes: { request?: Members; correspondence?: Members; content?: Members; notification?: Members | null } = {},
) {
  const word = `hemmelig${crypto.randomUUID().slice(0, 8)}`
  keepSecret(word)
  const { notification } = changes
  return {
    correspondence: {
      resourceId: 'example',
      sendersReference: 'case-2026-1234',
      content: { language: 'nb', messageTitle: `Vedtak ${word}`, messageBody: `# ${word}`, ...changes.content },
      ...(notification !== null && {
        notification: { notificationTemplate: 'GenericAltinnMessage', notificationChannel: 'Email', ...notification },
      }),
      ...changes.correspondence,
    },
    recipients: [`0192:${ORGANIZATION}`],
    ...changes.request,
  }
}

/** A notification in the sender's own words, for every channel. */
export const ownTexts = (changes: Members = {}): Members => ({
  notificationTemplate: 'CustomMessage',
  notificationChannel: 'EmailAndSms',
  emailSubject: 'Ny melding',
  emailBody: 'Du har fått en ny melding.',
  smsBody: 'Du har fått en ny melding.',
  ...changes,
})

/** A publication that no test waits for. */
export const LATER = '2099-12-01T09:00:00Z'

/** The tokens of a sender, of a recipient, and of somebody else who sends. */
export const tokens = async () => ({
  sender: await tokenFor({ org: 'ttd', scope: WRITE }),
  recipient: await tokenFor({ org: '', orgNumber: ORGANIZATION, scope: READ }),
  stranger: await tokenFor({ org: 'nav', scope: WRITE }),
})

export const initialise = (body: unknown, token: string): Promise<Answer> => post(CORRESPONDENCE, body, { token })

/** Initialises a message to one recipient, which must be taken. */
export async function initialised(body: unknown, token: string): Promise<string> {
  const answer = await initialise(body, token)
  if (answer.status !== 200) throw new Error(`Refused: ${JSON.stringify(answer.json)}`)
  return idsOf(answer)[0] ?? ''
}

export const ask = (method: string, path: string, token: string): Promise<Answer> =>
  as(token).ask(method, `${CORRESPONDENCE}/${path}`)

export const overview = (id: string, token: string) => ask('GET', id, token)
export const details = (id: string, token: string) => ask('GET', `${id}/details`, token)
export const markAsRead = (id: string, token: string) => ask('POST', `${id}/markasread`, token)
export const confirm = (id: string, token: string) => ask('POST', `${id}/confirm`, token)
export const purge = (id: string, token: string) => ask('DELETE', `${id}/purge`, token)

/** The notifications that an answer shows. */
export const notificationsIn = ({ json }: Answer): readonly Members[] => listIn(json.notifications)
