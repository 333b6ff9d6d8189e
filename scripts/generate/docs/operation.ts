import { code, table, toHtml } from './html.ts'
import { entriesOf, type Json, listOf, member, resolve, textOf } from './json.ts'
import { membersOf } from './members.ts'

const FORM = 'multipart/form-data'

function exampleOf(document: Json, schema: Json): string {
  const [example] = listOf(member(resolve(document, schema), 'examples'))
  return example === undefined ? '' : `<pre tabindex="0">${toHtml(JSON.stringify(example, null, 2))}</pre>`
}

const schemaOf = (content: Json): Json => member(member(content, 'application/json'), 'schema')

/** The scopes of which a caller needs one. */
function scopesOf(described: Json): string {
  const scopes = listOf(member(described, 'security')).flatMap((way) => listOf(member(way, 'bearer')).map(textOf))
  return scopes.length === 0 ? '' : `<p>Scope: ${scopes.map(code).join(' or ')}.</p>`
}

function parametersOf(described: Json): string {
  const rows = listOf(member(described, 'parameters')).map((parameter) => [
    code(textOf(member(parameter, 'name'))),
    `in the ${textOf(member(parameter, 'in'))}`,
    toHtml(textOf(member(parameter, 'description')) || textOf(member(member(parameter, 'schema'), 'description'))),
  ])
  return table(['Parameter', 'Where', 'Meaning'], rows)
}

function bodyOf(document: Json, described: Json): string {
  const content = member(member(described, 'requestBody'), 'content')
  if (member(content, FORM) !== undefined) return `<p>The body is a form (${code(FORM)}).</p>`
  const schema = schemaOf(content)
  const rows = [...membersOf(document, resolve(document, schema))].map(({ path, kind, meaning }) => [
    code(path),
    kind,
    toHtml(meaning),
  ])
  return table(['Member', 'Type', 'Meaning'], rows) + exampleOf(document, schema)
}

function answersOf(document: Json, described: Json): string {
  const answers = entriesOf(member(described, 'responses'))
  const rows = answers.map(([status, answer]) => [code(status), toHtml(textOf(member(answer, 'description')))])
  const examples = answers.map(([, answer]) => exampleOf(document, schemaOf(member(answer, 'content'))))
  return table(['Answer', 'When'], rows) + (examples.find((example) => example !== '') ?? '')
}

/** One operation of the API to read. */
export function operationSection(document: Json, method: string, path: string, described: Json): string {
  return `<section><h3 id="${textOf(member(described, 'operationId'))}">${toHtml(textOf(member(described, 'summary')))}</h3>
<p class="address"><b>${method.toUpperCase()}</b> ${code(path)}</p>
<p>${toHtml(textOf(member(described, 'description')))}</p>
${[scopesOf(described), parametersOf(described), bodyOf(document, described), answersOf(document, described)]
  .filter((part) => part !== '')
  .join('\n')}</section>`
}
