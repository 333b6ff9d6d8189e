import { existsSync } from 'node:fs'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { SCHEMA_CODE } from '@straks/shared'
import { SYNTAX_CODE } from '../lint/syntax-finding.ts'
import { SYNTAX_WORDS } from '../lint/syntax-words.ts'
import { DIST, RULE_PAGES } from './places.ts'

/** The pages of the two codes that no rule stands behind, until the repository has pages of its own for them. */
const WITHOUT_RULE: Readonly<Record<string, string>> = {
  [SCHEMA_CODE]: 'The value has another type than the request takes, or a member that it needs is missing.',
  [SYNTAX_CODE]: `The text is not JSON as the API reads it. What is said of it:\n\n${Object.values(SYNTAX_WORDS)
    .map(({ en }) => `- ${en}`)
    .join('\n')}`,
}

/** Puts the pages of the rules beside what is built, so that the links of its diagnostics lead somewhere offline. */
export async function copyRulePages(folder = DIST): Promise<void> {
  const target = `${folder}/rules`
  await mkdir(target, { recursive: true })
  await cp(RULE_PAGES, target, { recursive: true })
  for (const [code, text] of Object.entries(WITHOUT_RULE)) {
    const page = `${target}/${code}.md`
    if (!existsSync(page)) await writeFile(page, `# ${code}\n\n${text}\n`)
  }
}
