import { documentKinds, type Example, lint, type Rule, type RulePage, rules } from '../../shared/index.ts'
import { rulePages } from '../../shared/rules/pages.ts'
import type { Output } from './output.ts'

const fenced = ({ document }: Example): string => `\`\`\`json\n${JSON.stringify(document, null, 2)}\n\`\`\``

/** Long texts in examples say how long they are, rather than being printed whole. */
const abbreviated = (text: string): string =>
  text.replace(/(.)\1{40,}/gu, (run, character: string) => `${character.repeat(8)}… (${run.length} characters)`)

const firstOf = (examples: readonly Example[]): string => examples.slice(0, 3).map(fenced).map(abbreviated).join('\n\n')

/** Whether the rule offers to mend what it finds in its own bad examples. */
const offersFix = (rule: Rule, { bad }: ReturnType<RulePage['examples']>): boolean =>
  bad.some(({ kind: name, document }) => {
    const kind = documentKinds.find((candidate) => candidate.name === name)
    return kind && lint(kind, document, 'en').some(({ code, fix }) => code === rule.code && fix)
  })

/** The page of a rule. A rule without one is a fault of the generator. */
function pageOf({ code }: Rule): RulePage {
  const page = rulePages[code]
  if (!page) throw new Error(`The rule ${code} has no page`)
  return page
}

function page(rule: Rule): string {
  const { summary, why, whenNotToUse, examples } = pageOf(rule)
  const { good, bad } = examples()
  return `<!-- Written by \`npm run generate\` from shared/rules/${rule.code}.ts -->
# ${rule.code}

${summary.en}

Usual severity: **${rule.severity}**.

## Why

${why.en}

## Wrong

${firstOf(bad)}

## Right

${firstOf(good)}

## Fix

${offersFix(rule, { good, bad }) ? 'The editor offers a fix, and `straks lint --fix` applies it.' : 'By hand.'}

## When not to use it

${whenNotToUse?.en ?? 'The edge judges by the same rule, so there is no reason to turn it off.'}

## In Norwegian

Bokmål: ${summary.nb} ${why.nb}

Nynorsk: ${summary.nn} ${why.nn}
`
}

function index(): string {
  const rows = rules.map(
    (rule) => `| [${rule.code}](${rule.code}.md) | ${rule.severity} | ${pageOf(rule).summary.en} |`,
  )
  return `<!-- Written by \`npm run generate\` from shared/rules/ -->
# The rules

The editor, the terminal and the edge judge by the same rules, under the same names.

| Rule | Usual severity | What to do |
|---|---|---|
${rows.join('\n')}
`
}

/** One page a rule, and the list of them. */
export const rulePageFiles = (): readonly Output[] => [
  { path: 'docs/rules/README.md', content: index() },
  ...rules.map((rule) => ({ path: `docs/rules/${rule.code}.md`, content: page(rule) })),
]
