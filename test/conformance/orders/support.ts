import type { Members } from '../../support/api/answer.ts'
import { ORDERS } from '../../support/api/client.ts'
import { type Answer, as, service, someAddress, someNumber, someText } from '../support.ts'

export { ORDERS }

export const emailSettings = (changes: Members = {}) => ({ subject: 'Nytt brev', body: someText(), ...changes })

export const smsSettings = (changes: Members = {}) => ({
  body: someText(),
  sendingTimePolicy: 'Anytime',
  ...changes,
})

/** A right order with a key of its own. */
export const orderTo = (recipient: Members, changes: Members = {}) => ({
  idempotencyId: crypto.randomUUID(),
  ...changes,
  recipient,
})

export const toEmail = (settings: Members = {}, emailAddress: string = someAddress()) => ({
  recipientEmail: { emailAddress, emailSettings: emailSettings(settings) },
})

export const toSms = (settings: Members = {}, phoneNumber: string = someNumber()) => ({
  recipientSms: { phoneNumber, smsSettings: smsSettings(settings) },
})

type Party = { channelSchema?: string; emailSettings?: Members; smsSettings?: Members }

const texts = ({ channelSchema = 'EmailAndSms', ...given }: Party) => ({
  channelSchema,
  emailSettings: emailSettings(given.emailSettings),
  smsSettings: smsSettings(given.smsSettings),
})

export const toPerson = (nationalIdentityNumber: string, party: Party = {}, more: Members = {}) => ({
  recipientPerson: { nationalIdentityNumber, ...texts(party), ...more },
})

export const toOrganization = (orgNumber: string, party: Party = {}, more: Members = {}) => ({
  recipientOrganization: { orgNumber, ...texts(party), ...more },
})

export const postOrder = (order: unknown, token: string, headers?: Record<string, string>): Promise<Answer> =>
  as(token).order(order, headers)

export const getOrder = (path: string, token: string): Promise<Answer> => as(token).ask('GET', `${ORDERS}/${path}`)

export const cancelOrder = (id: string, token: string): Promise<Answer> =>
  as(token).ask('PUT', `${ORDERS}/${id}/cancel`)

/** Tells the embedded register of somebody. */
export const putParty = (path: string, party: unknown): Promise<void> => service.putParty(path, party)

const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2]
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]

function controlDigit(digits: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return (11 - (sum % 11)) % 11
}

/** A synthetic national identity number that no other test uses. */
export function someNationalIdentityNumber(): string {
  for (;;) {
    const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
    const day = String((number % 28) + 1).padStart(2, '0')
    const month = String((Math.floor(number / 28) % 12) + 81)
    const rest = String(Math.floor(number / 336) % 100_000).padStart(5, '0')
    const nine = day + month + rest
    const first = controlDigit(nine, FIRST_WEIGHTS)
    const second = controlDigit(nine + first, SECOND_WEIGHTS)
    if (first < 10 && second < 10) return `${nine}${first}${second}`
  }
}

const ORGANIZATION_WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2]

/** An organisation number that no other test uses. */
export function someOrganizationNumber(): string {
  for (;;) {
    const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
    const eight = `3${String(number % 10_000_000).padStart(7, '0')}`
    const digit = controlDigit(eight, ORGANIZATION_WEIGHTS)
    if (digit < 10) return `${eight}${digit}`
  }
}

/** The shipments of an accepted order: the main one, then its reminders. */
export function shipmentsOf({ json }: Answer): readonly string[] {
  const main = Object(json.notification)
  const reminders: unknown[] = Array.isArray(main.reminders) ? main.reminders : []
  return [main, ...reminders].map((one) => String(Object(one).shipmentId))
}
