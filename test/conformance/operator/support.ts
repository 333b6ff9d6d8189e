import { listIn, type Members } from '../../support/api/answer.ts'
import type { Client } from '../../support/api/client.ts'
import { service, tokenFor } from '../support.ts'

export const OPERATOR = '/straks/v1/operator'
export const OPERATE = 'straks:operator'

/** Someone who runs the service. */
export const operatorClient = async (): Promise<Client> =>
  service.clientWith(await tokenFor({ org: 'desk', scope: OPERATE }))

/** The latest entries of the audit log. */
export const auditOf = async (operator: Client): Promise<readonly Members[]> =>
  listIn((await operator.ask('GET', `${OPERATOR}/audit`)).json.items)
