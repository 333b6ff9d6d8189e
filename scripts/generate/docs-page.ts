import { rules } from '../../shared/index.ts'
import { rulePages } from '../../shared/rules/pages.ts'
import { STATUS_MEANINGS } from '../../worker/domain/status-meanings.ts'
import { code, table, toHtml } from './docs/html.ts'
import { entriesOf, type Json, listOf, member, textOf } from './docs/json.ts'
import { operationSection } from './docs/operation.ts'
import { ORDER_STATUS_MEANINGS } from './docs/order-status-meanings.ts'
import { DOCS_STYLE } from './docs-style.ts'
import type { createOpenApi } from './openapi.ts'

type OpenApi = ReturnType<typeof createOpenApi>

const idOf = (tag: string): string => tag.toLowerCase().replaceAll(' ', '-')

/** The operations of one tag. */
function tagSection(document: Json, tag: string, about: string): string {
  const operations = entriesOf(member(document, 'paths')).flatMap(([path, methods]) =>
    entriesOf(methods)
      .filter(([, described]) => listOf(member(described, 'tags')).includes(tag))
      .map(([method, described]) => operationSection(document, method, path, described)),
  )
  return `<h2 id="${idOf(tag)}">${toHtml(tag)}</h2>
<p>${toHtml(about)}</p>
${operations.join('\n')}`
}

const meanings = (statuses: Readonly<Record<string, string>>): string =>
  table(
    ['Status', 'Meaning'],
    Object.entries(statuses).map(([status, meaning]) => [code(status), toHtml(meaning)]),
  )

/** The API and the rules as one page to read, which runs nothing and loads nothing. */
export function docsPage(openApi: OpenApi): string {
  const document: Json = JSON.parse(JSON.stringify(openApi))
  const tags = listOf(member(document, 'tags')).map((tag) => ({
    name: textOf(member(tag, 'name')),
    about: textOf(member(tag, 'description')),
  }))
  const ruleSections = rules.map(
    (rule) =>
      `<section><h3 id="${rule.code}">${rule.code} <small>${rule.severity}</small></h3><p>${toHtml(rulePages[rule.code]?.summary.en ?? '')}</p><p>${toHtml(rulePages[rule.code]?.why.en ?? '')}</p></section>`,
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
<nav aria-label="Contents">${tags.map(({ name }) => `<a href="#${idOf(name)}">${toHtml(name)}</a>`).join(' ')} <a href="#statuses">Statuses</a> <a href="#rules">Rules</a> <a href="/openapi.json">OpenAPI</a></nav></header>
<main>
<p>Each request but <code>/health</code> and those of providers carries a bearer token of Altinn or Maskinporten with the scope that is named. Names of members and of enumeration values may be written in any case, enumeration values also as numbers; unknown members are passed over. A refused request is answered with a problem document (RFC 9457) that names each member, the rule it breaks and what to do.</p>
${tags.map(({ name, about }) => tagSection(document, name, about)).join('\n')}
<h2 id="statuses">Statuses</h2>
<p>A status that is final never changes again. Those of a message:</p>
${meanings(STATUS_MEANINGS)}
<p>Those of an order’s shipment:</p>
${meanings(ORDER_STATUS_MEANINGS)}
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
