import type { JudgeContext } from '@straks/shared'
import { keepSecret, send } from '#client'
import type { Answer, Members } from '../support/api/answer.ts'
import type { Client } from '../support/api/client.ts'
import { Service, type TokenRequest } from '../support/api/service.ts'

export { type Answer, read, shipmentIdOf } from '../support/api/answer.ts'
export { API } from '../support/api/client.ts'
export { eventually } from '../support/api/eventually.ts'
export { emailRequest, smsRequest, someAddress, someNumber, someText } from '../support/api/requests.ts'

export const SCOPE = 'altinn:serviceowner/notifications.create'

/** What the service under test judges by: now, and conditions on its own machine are allowed. */
export const atTheEdge = (): JudgeContext => ({ nowMs: Date.now(), allowLoopback: true, isSent: true })

/** The short name of an organisation that no other test has, and no other try of the same. */
export const someOrganization = (): string => `org-${crypto.randomUUID()}`

/** The service under test, in whichever host the suite runs. */
export const service = new Service(send)

/** Calls it with a token. */
export const as = (token: string): Client => service.clientWith(token)

/** A token of the local issuer, which no log may show. */
export async function tokenFor(request?: TokenRequest): Promise<string> {
  const token = await service.token(request)
  keepSecret(token)
  return token
}

/** Posts JSON, or a text as it is. */
export const post = (
  path: string,
  body: unknown,
  { token, headers }: { token: string; headers?: Record<string, string> },
): Promise<Answer> => as(token).ask('POST', path, body, headers)

export const postSms = (body: unknown, token: string): Promise<Answer> => as(token).sms(body)
export const postEmail = (body: unknown, token: string): Promise<Answer> => as(token).email(body)
export const getShipment = (shipmentId: string, token: string): Promise<Answer> => as(token).shipment(shipmentId)
export const reaches = (shipmentId: string, status: string, token: string, withinMs?: number): Promise<Answer> =>
  as(token).reaches(shipmentId, status, withinMs)

/** What has arrived in the inbox for one shipment. */
export const arrived = (shipmentId: string): Promise<readonly Members[]> => service.arrived(shipmentId)
