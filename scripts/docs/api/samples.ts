import { fence, paragraphs } from '../markdown.ts'
import { ORIGIN, type SampleRequest } from './sample-request.ts'

const indent = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`)

/** A text in single quotes for a POSIX shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

export function curl({ method, path, contentType, body, token }: SampleRequest): string {
  return [
    `curl -i${method === 'GET' ? '' : ` -X ${method}`} "${ORIGIN}${path}"`,
    ...(token ? ['-H "Authorization: Bearer $TOKEN"'] : []),
    ...(contentType === undefined ? [] : [`-H "Content-Type: ${contentType}"`]),
    ...(body === undefined ? [] : [`-d ${quoted(body)}`]),
  ].join(' \\\n  ')
}

/** A here-string takes every text that has no line beginning with its end. */
export function powershell({ method, path, contentType, body, token }: SampleRequest): string {
  const parameters = [
    `-Method ${method} -Uri "${ORIGIN}${path}"`,
    ...(token ? ['-Headers @{ Authorization = "Bearer $env:TOKEN" }'] : []),
    ...(contentType === undefined ? [] : [`-ContentType "${contentType}; charset=utf-8"`]),
    ...(body === undefined ? [] : ['-Body $body']),
  ]
  const text = body === undefined ? '' : `$body = @'\n${body}\n'@\n`
  return `${text}Invoke-RestMethod ${parameters.join(' `\n  ')}`
}

const pascal = (word: string): string => word.slice(0, 1) + word.slice(1).toLowerCase()

export function csharp({ method, path, contentType, body, token }: SampleRequest): string {
  const content =
    body === undefined || contentType === undefined
      ? ''
      : `request.Content = new StringContent("""\n${body}\n""", Encoding.UTF8, "${contentType}");\n`
  const bearer = token
    ? 'http.DefaultRequestHeaders.Authorization =\n  new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("TOKEN"));\n'
    : ''
  return `using System.Net.Http.Headers;
using System.Text;

using var http = new HttpClient { BaseAddress = new Uri("${ORIGIN}") };
${bearer}using var request = new HttpRequestMessage(HttpMethod.${pascal(method)}, "${path}");
${content}using var response = await http.SendAsync(request);
Console.WriteLine($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");`
}

/** A JSON text as JavaScript, which JSON is; another text as a string. */
const written = (contentType: string, body: string): string =>
  contentType.includes('json') ? `JSON.stringify(${indent(body, '  ')})` : JSON.stringify(body)

export function typescript({ method, path, contentType, body, token }: SampleRequest): string {
  const headers = [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the sample has the place.
    ...(token ? ['Authorization: `Bearer ${process.env.TOKEN}`'] : []),
    ...(contentType === undefined ? [] : [`'Content-Type': '${contentType}'`]),
  ]
  const options = [
    ...(method === 'GET' ? [] : [`  method: '${method}',`]),
    ...(headers.length > 0 ? [`  headers: { ${headers.join(', ')} },`] : []),
    ...(body === undefined || contentType === undefined ? [] : [`  body: ${written(contentType, body)},`]),
  ]
  const second = options.length === 0 ? '' : `, {\n${options.join('\n')}\n}`
  return `const response = await fetch('${ORIGIN}${path}'${second})
console.log(response.status, await response.text())`
}

/** A text block of Java: its quotes may stand as they are, its backslashes may not. */
const textBlock = (text: string): string =>
  `"""\n      ${indent(text.replaceAll('\\', '\\\\').replaceAll('"""', '\\"""'), '      ')}"""`

export function java({ method, path, contentType, body, token }: SampleRequest): string {
  const publisher = `BodyPublishers.ofString(${body === undefined ? '""' : textBlock(body)})`
  const call =
    (method === 'GET' || method === 'DELETE') && body === undefined
      ? `${method}()`
      : `method("${method}", ${publisher})`
  const headers = [
    ...(token ? ['    .header("Authorization", "Bearer " + System.getenv("TOKEN"))'] : []),
    ...(contentType === undefined ? [] : [`    .header("Content-Type", "${contentType}")`]),
  ]
  return `import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
${call.startsWith('method') ? 'import java.net.http.HttpRequest.BodyPublishers;\n' : ''}import java.net.http.HttpResponse.BodyHandlers;

var request = HttpRequest.newBuilder(URI.create("${ORIGIN}${path}"))
${headers.map((header) => `${header}\n`).join('')}    .${call}
    .build();
var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
System.out.println(response.statusCode() + " " + response.body());`
}

/** A request in every language, as code blocks that follow each other: a page makes tabs of them. */
export const inAllLanguages = (request: SampleRequest): string =>
  paragraphs(
    fence('sh', curl(request)),
    fence('csharp', csharp(request)),
    fence('ts', typescript(request)),
    fence('java', java(request)),
    fence('powershell', powershell(request)),
  )
