import { readJsonBody } from '../../../worker/api/http/json-body.ts'
import { TokenVerifier } from '../../../worker/auth/token-verifier.ts'
import { deriveFingerprint, deriveOrderKey } from '../../../worker/domain/order-id.ts'
import { log } from '../../../worker/platform/log.ts'
import { continueTrace, toTraceparent } from '../../../worker/platform/trace.ts'
import { benchIssuer } from '../bench-issuer.ts'
import { ORGANIZATION } from './example.ts'
import { apart, once, type Steps, times } from './step.ts'

const makeRequest = (body: string): Request =>
  new Request('https://straks.example/', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'content-length': String(body.length) },
  })

const SHIPMENT_LINE = {
  shipmentId: '0f3c2a10-9d7e-8c11-a7c5-3b2f1e6d7a01',
  organization: ORGANIZATION,
  channel: 'sms',
  to: 'SMS_Sending',
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
}

const ANSWER = {
  notificationOrderId: '0f3c2a10-9d7e-8c11-a7c5-3b2f1e6d7a00',
  notification: { shipmentId: SHIPMENT_LINE.shipmentId, sendersReference: 'otp-login-2024-09-30-1234' },
}

const answer = (): Response =>
  Response.json(ANSWER, { status: 201, headers: { location: `https://straks.example/${SHIPMENT_LINE.shipmentId}` } })

/** What surrounds the judge: token, body, ids, log, answer. */
export function edgeSteps(env: Env, token: string, body: string): Steps {
  const issuer = benchIssuer(env)
  const verifier = new TokenVerifier([issuer], new Map())
  return {
    'token, first sight': apart(() => new TokenVerifier([issuer], new Map()).verify(token, Date.now())),
    'token, remembered': once(() => verifier.verify(token, Date.now())),
    'trace, continued and written': once(() => toTraceparent(continueTrace(null))),
    'body, read and parsed (with a Request made for it)': once(() => readJsonBody(makeRequest(body))),
    'that Request, which a real one need not make': times(-1, () => makeRequest(body)),
    'ids: key and fingerprint': once((index) =>
      Promise.all([deriveOrderKey('instant', ORGANIZATION, `key-${index}`), deriveFingerprint(`key-${index}`, body)]),
    ),
    'one log line': times(2, () => log('info', 'shipment', SHIPMENT_LINE)),
    'answer as JSON': once(answer),
  }
}
