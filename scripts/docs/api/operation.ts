import { code, fence, json, paragraphs, table } from '../markdown.ts'
import { entriesOf, type Json, listOf, member, resolve, textOf } from './json.ts'
import { membersOf } from './members.ts'
import type { Exchange } from './recorded.ts'
import type { SampleRequest } from './sample-request.ts'
import { inAllLanguages } from './samples.ts'

/** One operation of the description. */
export type Operation = {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly described: Json
}

const contentOf = (holder: Json): readonly [type: string, schema: Json] | undefined => {
  const [first] = entriesOf(member(holder, 'content'))
  return first && [first[0], member(first[1], 'schema')]
}

/** The scopes of which a caller needs one. */
function scopesOf(described: Json): string {
  const scopes = listOf(member(described, 'security')).flatMap((way) => listOf(member(way, 'bearer')).map(textOf))
  return scopes.length === 0 ? '' : `Scope: ${scopes.map(code).join(' or ')}.`
}

function parametersOf(described: Json): string {
  const rows = listOf(member(described, 'parameters')).map((parameter) => [
    code(textOf(member(parameter, 'name'))),
    `in the ${textOf(member(parameter, 'in'))}`,
    textOf(member(parameter, 'description')) || textOf(member(member(parameter, 'schema'), 'description')),
  ])
  return table(['Parameter', 'Where', 'Meaning'], rows)
}

function membersTable(document: Json, schema: Json): string {
  const rows = [...membersOf(document, resolve(document, schema))].map(({ path, kind, meaning }) => [
    code(path),
    kind,
    meaning,
  ])
  return table(['Member', 'Type', 'Meaning'], rows)
}

function bodyOf(document: Json, described: Json): string {
  const content = contentOf(member(described, 'requestBody'))
  if (!content) return ''
  const [type, schema] = content
  return paragraphs(`The body is ${code(type)}.`, membersTable(document, schema))
}

const answersOf = (described: Json): string =>
  table(
    ['Answer', 'When'],
    entriesOf(member(described, 'responses')).map(([status, answer]) => [
      code(status),
      textOf(member(answer, 'description')),
    ]),
  )

/** The members of the first answer that is no refusal. */
function answerMembers(document: Json, described: Json): string {
  const [, answer] = entriesOf(member(described, 'responses')).find(([status]) => status.startsWith('2')) ?? []
  const content = contentOf(answer)
  const rows = content?.[0] === 'application/json' ? membersTable(document, content[1]) : ''
  return rows === '' ? '' : paragraphs('What the answer contains:', rows)
}

/** The first example of the request in the description, where nothing is recorded. */
export function describedRequest(document: Json, { method, path, described }: Operation): SampleRequest {
  const content = contentOf(member(described, 'requestBody'))
  const [example] = content ? listOf(member(resolve(document, content[1]), 'examples')) : []
  return {
    method: method.toUpperCase(),
    path,
    contentType: content?.[0],
    body: example === undefined ? undefined : json(example),
    token: listOf(member(described, 'security')).some((way) => member(way, 'bearer') !== undefined),
  }
}

function answered(title: string, { answer }: Exchange): string {
  const { status, body, contentType } = answer
  if (body === undefined || body === '') return fence(`http ${title}: ${status}`, `HTTP/1.1 ${status}`)
  return fence(`${contentType?.includes('json') ? 'json' : 'text'} ${title}: ${status}`, body)
}

const sampleOf = ({ request }: Exchange): SampleRequest => ({
  ...request,
  contentType: request.contentType,
  body: request.body,
})

/** An operation to read: what it takes and answers, and requests that were sent with the answers that came back. */
export function operationSection(
  document: Json,
  operation: Operation,
  recorded: { readonly good?: Exchange | undefined; readonly bad?: Exchange | undefined },
): string {
  const { summary, method, path, described } = operation
  const { good, bad } = recorded
  return paragraphs(
    `## ${summary}`,
    `${code(`${method.toUpperCase()} ${path}`)}`,
    textOf(member(described, 'description')),
    scopesOf(described),
    parametersOf(described),
    bodyOf(document, described),
    answersOf(described),
    answerMembers(document, described),
    inAllLanguages(good ? sampleOf(good) : describedRequest(document, operation)),
    good && answered('The answer', good),
    bad && paragraphs(fence('http A request that is refused', asHttp(sampleOf(bad))), answered('The refusal', bad)),
  )
}

/** A request as it goes over the wire. */
function asHttp({ method, path, contentType, body, token }: SampleRequest): string {
  const head = [
    `${method} ${path}`,
    ...(token ? ['Authorization: Bearer {token}'] : []),
    ...(contentType === undefined ? [] : [`Content-Type: ${contentType}`]),
  ].join('\n')
  return body === undefined ? head : `${head}\n\n${body}`
}
