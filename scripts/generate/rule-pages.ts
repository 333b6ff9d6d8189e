import { type Example, type Rule, rules } from '../../shared/index.ts'
import type { Output } from './output.ts'

const fenced = ({ document }: Example): string => `\`\`\`json\n${JSON.stringify(document, null, 2)}\n\`\`\``

/** Long texts in examples say how long they are, rather than being printed whole. */
const abbreviated = (text: string): string =>
  text.replace(/(.)\1{40,}/gu, (run, character: string) => `${character.repeat(8)}… (${run.length} characters)`)

const firstOf = (examples: readonly Example[]): string => examples.slice(0, 3).map(fenced).map(abbreviated).join('\n\n')

const fixesOf = (rule: Rule): string =>
  rule.check.toString().includes('fix') ? 'The editor offers a fix, and `straks lint --fix` applies it.' : 'By hand.'

function page(rule: Rule): string {
  return `<!-- Written by \`npm run generate\` from shared/rules/${rule.code}.ts -->
# ${rule.code}

${rule.summary.en}

Usual severity: **${rule.severity}**.

## Why

${rule.why.en}

## Wrong

${firstOf(rule.examples.bad)}

## Right

${firstOf(rule.examples.good)}

## Fix

${fixesOf(rule)}

## When not to use it

${rule.whenNotToUse?.en ?? 'The edge judges by the same rule, so there is no reason to turn it off.'}

## In Norwegian

Bokmål: ${rule.summary.nb} ${rule.why.nb}

Nynorsk: ${rule.summary.nn} ${rule.why.nn}
`
}

function index(): string {
  const rows = rules.map(({ code, severity, summary }) => `| [${code}](${code}.md) | ${severity} | ${summary.en} |`)
  return `<!-- Written by \`npm run generate\` from shared/rules/ -->
# The rules

The editor, the terminal and the edge judge by the same rules, under the same names.

| Rule | Usual severity | What to do |
|---|---|---|
${rows.join('\n')}
`
}

/** One page a rule, and the list of them. */
export const rulePages = (): readonly Output[] => [
  { path: 'docs/rules/README.md', content: index() },
  ...rules.map((rule) => ({ path: `docs/rules/${rule.code}.md`, content: page(rule) })),
]
