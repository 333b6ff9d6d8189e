import { readFileSync } from 'node:fs'
import { ROOT } from '../run.ts'
import { groupPages } from './api/group-pages.ts'
import { type Json, member, textOf } from './api/json.ts'
import { readRecorded } from './api/recorded.ts'
import type { DocsPage } from './page.ts'
import { errorsPages } from './reference/errors-page.ts'
import { statusesPage } from './reference/statuses-page.ts'
import { repositoryPages } from './repository-pages.ts'
import { startPage } from './start-page.ts'

/** The address of the repository, for links to what is no page here. */
const repository = (): string =>
  String(JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).homepage).split('#')[0] ?? ''

/** Every page of the documentation, in the order of its navigation. */
export function allPages(openApi: unknown): readonly DocsPage[] {
  const document: Json = JSON.parse(JSON.stringify(openApi))
  const own = repositoryPages(repository())
  const of = (part: DocsPage['part']): readonly DocsPage[] => own.filter((page) => page.part === part)
  const others = [
    ...of('guides'),
    ...groupPages(document, readRecorded()),
    ...errorsPages(),
    statusesPage(),
    ...of('reference'),
    ...of('rules'),
  ]
  return [startPage(textOf(member(member(document, 'info'), 'description')), others), ...others]
}
