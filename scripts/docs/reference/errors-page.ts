import { say } from '../../../shared/index.ts'
import { STATUSES } from '../../../worker/api/http/problem.ts'
import { DETAILS, TITLES } from '../../../worker/api/http/problem-words.ts'
import { CORRESPONDENCE_ERRORS } from '../../../worker/domain/correspondence-errors.ts'
import { code, fence, json, paragraphs, table } from '../markdown.ts'
import type { DocsPage } from '../page.ts'
import { ERROR_CAUSES } from './error-causes.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'

/** What fills the places of titles in examples. */
const EXAMPLE_DATA = {
  scope: 'altinn:serviceowner/notifications.create',
  methods: 'POST',
  type: 'application/json',
  limit: 10,
}

/** Altinn's own problems: their code, their status and their title. docs/altinn/notifications.md §1.3. */
const ALTINNS = [
  ['NOT-00001', 422, 'Missing contact information for recipient(s)', DETAILS['contact-missing']],
  ['NOT-00003', 404, 'Shipment not found', DETAILS['shipment-not-found']],
  ['NOT-00004', 503, 'A temporary network failure occurred', DETAILS['ledger-unavailable']],
] as const

/** One kind of problem: its `type`, its cause, an example and what to do. */
function entry(
  name: string,
  example: { readonly type: string; readonly status: number; readonly [member: string]: string | number },
): string {
  const known = ERROR_CAUSES.get(name)
  return paragraphs(
    `### ${name}`,
    `${code(example.type)}, status ${code(String(example.status))}`,
    known?.cause,
    known && `**What to do.** ${known.remedy}`,
    fence('json An example', json({ ...example, traceId: TRACE })),
  )
}

const ours = (): readonly string[] =>
  Object.entries(TITLES).map(([reason, words]) =>
    entry(reason, {
      type: `urn:straks:error:${reason}`,
      title: say(words, 'en', EXAMPLE_DATA),
      status: Object.entries(STATUSES).find(([name]) => name === reason)?.[1] ?? 400,
    }),
  )

const altinns = (): readonly string[] =>
  ALTINNS.map(([altinnCode, status, title, detail]) =>
    entry(altinnCode, {
      ...{ type: `urn:altinn:error:${altinnCode}`, title, status, code: altinnCode },
      detail: detail.en,
    }),
  )

const numbered = (): string =>
  table(
    ['Code', 'Status', 'Cause, in Altinn’s words'],
    Object.entries(CORRESPONDENCE_ERRORS).map(([number, [status, words]]) => [
      code(`CORR-${number.padStart(5, '0')}`),
      String(status),
      words,
    ]),
  )

/** Every problem: its type or code, cause, example and remedy. */
export const errorsPage = (): DocsPage => ({
  path: 'errors',
  title: 'Errors',
  summary: 'Every problem that the API answers with: its type or code, its cause, an example, and what to do.',
  language: 'en',
  part: 'reference',
  listed: true,
  markdown: paragraphs(
    '# Errors',
    'A refused request is answered with a problem document (RFC 9457), `application/problem+json`. `type` says what is wrong and never changes; `title`, `detail` and the messages of `findings` are in the language of `Accept-Language`: English, bokmål or nynorsk. `traceId` finds the request in the service’s log.',
    '## Validation',
    '`https://tools.ietf.org/html/rfc9110#section-15.5.1`, status `400`',
    'The body is not JSON, or breaks a [rule](/docs/rules). `errors` maps each member to Altinn’s sentences, which .NET clients read. `findings` names for each place the rule, the JSON Pointer, a message in your language, the rule’s page, and repairs.',
    '**What to do.** Read the page of the rule. The editor and `straks lint` find the same before you send.',
    fence(
      'json An example',
      json({
        type: 'https://tools.ietf.org/html/rfc9110#section-15.5.1',
        title: 'One or more validation errors occurred.',
        status: 400,
        errors: { 'recipientSms.phoneNumber': ['Invalid phone number format.'] },
        findings: [
          {
            code: 'phone-number',
            severity: 'error',
            pointer: '/recipientSms/phoneNumber',
            message: '`phoneNumber` has no country code; write `+47` before a Norwegian number.',
            page: '/docs/rules/phone-number',
          },
        ],
        traceId: TRACE,
      }),
    ),
    '## Problems of Straks',
    ...ours(),
    '## Problems of Altinn Notifications',
    ...altinns(),
    '## Problems of Altinn Correspondence',
    'They have the `type` of their status (RFC 9110), the `code` below, and Altinn’s number as `errorCode`. Where a rule found the mistake, `findings` names it, and its page says how to repair it.',
    numbered(),
  ),
})
