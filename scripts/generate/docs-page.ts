import { rules } from '../../shared/index.ts'
import { rulePages } from '../../shared/rules/pages.ts'
import { STATUS_MEANINGS } from '../../worker/domain/status-meanings.ts'
import { DOCS_STYLE } from './docs-style.ts'
import type { createOpenApi } from './openapi.ts'

type OpenApi = ReturnType<typeof createOpenApi>
type Json = { readonly [name: string]: Json } | readonly Json[] | string | number | boolean | null | undefined

const toHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`).replace(/`([^`]+)`/g, '<code>$1</code>')

const isObject = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const member = (value: Json, name: string): Json => (isObject(value) ? value[name] : undefined)
const textOf = (value: Json): string => (typeof value === 'string' ? value : '')

/** Follows `$ref`s into the components. */
function resolve(document: Json, schema: Json): Json {
  const reference = textOf(member(schema, '$ref'))
  if (reference === '') return schema
  return reference.split('/').slice(1).reduce(member, document)
}

/** Every member of a request, its path spelt out. */
function* members(document: Json, schema: Json, path: string): Generator<readonly [string, string, string]> {
  const { properties, required } = Object(resolve(document, schema))
  if (!isObject(properties)) return
  for (const [name, property] of Object.entries(properties)) {
    const inner = resolve(document, property)
    const whole = path === '' ? name : `${path}.${name}`
    const must = Array.isArray(required) && required.includes(name) ? 'required' : 'optional'
    yield [whole, `${textOf(member(inner, 'type'))}, ${must}`, textOf(member(inner, 'description'))]
    yield* members(document, inner, whole)
  }
}

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${rows
    .map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('\n')}</tbody></table>`

function exampleOf(document: Json, schema: Json): string {
  const examples = member(resolve(document, schema), 'examples')
  if (!Array.isArray(examples) || examples.length === 0) return ''
  return `<pre tabindex="0">${toHtml(JSON.stringify(examples[0], null, 2))}</pre>`
}

function operation(document: Json, method: string, path: string, described: Json): string {
  const schema = member(member(member(member(described, 'requestBody'), 'content'), 'application/json'), 'schema')
  const fields = [...members(document, schema, '')]
  const answers = Object.entries(Object(member(described, 'responses'))).map(([status, answer]) => [
    `<code>${status}</code>`,
    toHtml(textOf(member(answer as Json, 'description'))),
  ])
  return `<section><h3 id="${textOf(member(described, 'operationId'))}">${toHtml(textOf(member(described, 'summary')))}</h3>
<p class="address"><b>${method.toUpperCase()}</b> <code>${toHtml(path)}</code></p>
<p>${toHtml(textOf(member(described, 'description')))}</p>
${
  fields.length === 0
    ? ''
    : `${table(
        ['Member', 'Type', 'Meaning'],
        fields.map(([name, type, meaning]) => [`<code>${toHtml(name)}</code>`, type, toHtml(meaning)]),
      )}${exampleOf(document, schema)}`
}
${table(['Answer', 'When'], answers)}</section>`
}

/** The API and the rules as one page to read, which runs nothing and loads nothing. */
export function docsPage(openApi: OpenApi): string {
  const document: Json = JSON.parse(JSON.stringify(openApi))
  const paths = member(document, 'paths')
  const operations = Object.entries(isObject(paths) ? paths : {}).flatMap(([path, methods]) =>
    Object.entries(isObject(methods) ? methods : {}).map(([method, described]) =>
      operation(document, method, path, described),
    ),
  )
  const statuses = Object.entries(STATUS_MEANINGS).map(([status, meaning]) => [
    `<code>${status}</code>`,
    toHtml(meaning),
  ])
  const ruleSections = rules.map(
    ({ code, severity }) =>
      `<section><h3 id="${code}">${code} <small>${severity}</small></h3><p>${toHtml(rulePages[code]?.summary.en ?? '')}</p><p>${toHtml(rulePages[code]?.why.en ?? '')}</p></section>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Straks: the API</title>
<style>${DOCS_STYLE}</style>
</head>
<body>
<header><h1>Straks</h1><p>${toHtml(openApi.info.description ?? '')}</p>
<nav aria-label="Contents"><a href="#requests">Requests</a> <a href="#statuses">Statuses</a> <a href="#rules">Rules</a> <a href="/openapi.json">OpenAPI</a></nav></header>
<main>
<h2 id="requests">Requests</h2>
<p>Each request but <code>/health</code> carries a bearer token of Altinn or Maskinporten with the scope <code>altinn:serviceowner/notifications.create</code>. Names of members and of enumeration values may be written in any case, enumeration values also as numbers; unknown members are passed over. A refused request is answered with a problem document (RFC 9457) that names each member, the rule it breaks and what to do.</p>
${operations.join('\n')}
<h2 id="statuses">Statuses</h2>
<p>A status that is final never changes again.</p>
${table(['Status', 'Meaning'], statuses)}
<h2 id="rules">Rules</h2>
<p>The editor, the terminal and the edge judge by the same rules, under the same names. A rule of severity “error” refuses a request.</p>
<section><h3 id="json-syntax">json-syntax <small>error</small></h3><p>Write JSON (RFC 8259): no comments, no trailing commas, at most 64 levels.</p></section>
<section><h3 id="schema">schema <small>error</small></h3><p>Give each required member, with the type that its description names.</p></section>
${ruleSections.join('\n')}
</main>
</body>
</html>
`
}
