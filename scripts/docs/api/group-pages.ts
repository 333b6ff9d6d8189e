import { paragraphs } from '../markdown.ts'
import type { DocsPage } from '../page.ts'
import { entriesOf, type Json, listOf, member, textOf } from './json.ts'
import { describedRequest, type Operation, operationSection } from './operation.ts'
import type { Recorded } from './recorded.ts'

/** The page of a group of operations, by its heading. */
const pathOfTag = (tag: string): string => `api/${tag.toLowerCase().replaceAll(' ', '-')}`

/** Every operation of a description, with the headings that it stands below. */
export const operationsOf = (document: Json): readonly (Operation & { readonly tags: readonly string[] })[] =>
  entriesOf(member(document, 'paths')).flatMap(([path, methods]) =>
    entriesOf(methods).map(([method, described]) => ({
      id: textOf(member(described, 'operationId')),
      summary: textOf(member(described, 'summary')),
      tags: listOf(member(described, 'tags')).map(textOf),
      method,
      path,
      described,
    })),
  )

/** A page for each group of operations. */
export function groupPages(document: Json, recorded: Recorded): readonly DocsPage[] {
  const operations = operationsOf(document)
  return listOf(member(document, 'tags')).map((tag) => {
    const title = textOf(member(tag, 'name'))
    const summary = textOf(member(tag, 'description'))
    const own = operations.filter(({ tags }) => tags.includes(title))
    return {
      path: pathOfTag(title),
      title,
      summary,
      language: 'en',
      part: 'api',
      listed: true,
      ids: new Map(own.map(({ summary, id }) => [summary, id])),
      operations: new Map(
        own.map((operation) => {
          const good = recorded[operation.id]?.good?.request
          const { method, contentType, body } = describedRequest(document, operation)
          return [operation.id, { method, path: operation.path, contentType, body: good?.body ?? body }]
        }),
      ),
      markdown: paragraphs(
        `# ${title}`,
        summary,
        ...own.map((operation) => operationSection(document, operation, recorded[operation.id] ?? {})),
      ),
    }
  })
}
