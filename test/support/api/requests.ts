import { keepSecret } from '#client'
import type { Members } from './answer.ts'

const digits = (count: number): string => {
  const numbers = crypto.getRandomValues(new Uint32Array(count))
  return Array.from(numbers, (number) => number % 10).join('')
}

/** A number that no other test uses, and that no log may show. */
export function someNumber(): string {
  const number = `+4791${digits(6)}`
  keepSecret(number.slice(1))
  return number
}

/** An address that no other test uses, and that no log may show. */
export function someAddress(): string {
  const name = `ola.${digits(10)}`
  keepSecret(name)
  return `${name}@example.com`
}

/** A text with a code that no log may show. Ten digits, so that no id has them by chance. */
export function someText(): string {
  const code = digits(10)
  keepSecret(code)
  return `Engangskoden din er ${code}. Den er gyldig i 2 minutter.`
}

/** A right instant SMS request with some members changed. */
export const smsRequest = (changes: { request?: Members; recipient?: Members; settings?: Members } = {}) => ({
  idempotencyId: crypto.randomUUID(),
  sendersReference: 'login-1234',
  ...changes.request,
  recipientSms: {
    phoneNumber: someNumber(),
    timeToLiveInSeconds: 120,
    ...changes.recipient,
    smsSettings: { sender: 'Altinn', body: someText(), ...changes.settings },
  },
})

/** A right instant e-mail request with some members changed. */
export const emailRequest = (changes: { request?: Members; recipient?: Members; settings?: Members } = {}) => ({
  idempotencyId: crypto.randomUUID(),
  ...changes.request,
  recipientEmail: {
    emailAddress: someAddress(),
    ...changes.recipient,
    emailSettings: { subject: 'Engangskode for pålogging', body: someText(), ...changes.settings },
  },
})
