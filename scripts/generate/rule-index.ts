import { readdirSync } from 'node:fs'
import { ROOT } from '../run.ts'
import type { Output } from './output.ts'

/** Files of the folder that are not rules. */
const NOT_RULES = new Set(['index.ts', 'pages.ts', 'examples.ts'])

const camelCase = (code: string): string => code.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase())

/** The codes of the rules there are: a file is a rule. */
export const ruleCodes = (): readonly string[] =>
  readdirSync(`${ROOT}shared/rules`)
    .filter((name) => /^[a-z-]+\.ts$/.test(name) && !NOT_RULES.has(name))
    .map((name) => name.slice(0, -'.ts'.length))
    .sort()

const HEADING = '// Written by `npm run generate` from the files of this folder.\n'

/** The list of all rules, so that a new file is all that a new rule takes. */
function ruleList(codes: readonly string[]): Output {
  const imports = codes.map((code) => `import { ${camelCase(code)} } from './${code}.ts'`)
  const names = codes.map((code) => `  ${camelCase(code)},`)
  const content = `${HEADING}import type { Rule } from '../rule.ts'
${imports.join('\n')}

/** Every rule of the judge, by code. */
export const rules: readonly Rule[] = [
${names.join('\n')}
]
`
  return { path: 'shared/rules/index.ts', content }
}

/** The list of all rules' pages, apart from the rules for who only judges. */
function pageList(codes: readonly string[]): Output {
  const imports = codes.map((code) => `import { ${camelCase(code)}Page } from './${code}.ts'`)
  const members = codes.map((code) => `  ${code.includes('-') ? `'${code}'` : code}: ${camelCase(code)}Page,`)
  const content = `${HEADING}import type { RulePage } from '../rule.ts'
import type { RuleCode } from '../rule-code.ts'
${imports.join('\n')}

/** What the page of each rule says and shows, by code. */
export const rulePages: Readonly<Record<RuleCode, RulePage>> = {
${members.join('\n')}
}
`
  return { path: 'shared/rules/pages.ts', content }
}

/** The codes as a type, below the rules, so that whatever names a code can only name one that exists. */
function codeType(codes: readonly string[]): Output {
  const content = `// Written by \`npm run generate\` from the files of shared/rules.

/** The code of a rule: its file's name. */
export type RuleCode =
${codes.map((code) => `  | '${code}'`).join('\n')}
`
  return { path: 'shared/rule-code.ts', content }
}

/** The codes of all rules, and the lists of the rules and of their pages. */
export function ruleIndexes(): readonly Output[] {
  const codes = ruleCodes()
  return [codeType(codes), ruleList(codes), pageList(codes)]
}
