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

/** What stands before every rule: a text that is no JSON, or a document whose members have the wrong types. */
const BEFORE_THE_RULES = [
  {
    code: 'json-syntax',
    summary: 'Write JSON (RFC 8259).',
    why: 'The edge reads JSON and nothing else: comments, trailing commas, single quotes and more than 64 levels are refused. In a file that ends in `.jsonc` comments and trailing commas are forgiven: such a file is what a request is made from, not a request.',
    wrong: '{ "idempotencyId": "1", } // a comment',
    right: '{ "idempotencyId": "1" }',
  },
  {
    code: 'schema',
    summary: 'Give each required member, with the type that its description names.',
    why: 'A request that lacks a member, or has a text where a number belongs, cannot be understood. Names may be written in any case, numbers in quotes, and members that are not known are passed over.',
    wrong: '{ "idempotencyId": "1", "recipientSms": [] }',
    right:
      '{ "idempotencyId": "1", "recipientSms": { "phoneNumber": "+4799999999", "timeToLiveInSeconds": 120, "smsSettings": { "body": "Hei" } } }',
  },
]

const pageBeforeTheRules = ({ code, summary, why, wrong, right }: (typeof BEFORE_THE_RULES)[number]): Output => ({
  path: `docs/rules/${code}.md`,
  content: `<!-- Written by \`npm run generate\` from scripts/generate/rule-pages.ts -->
# ${code}

${summary}

Usual severity: **error**. It cannot be turned off.

## Why

${why}

## Wrong

\`\`\`json
${wrong}
\`\`\`

## Right

\`\`\`json
${right}
\`\`\`
`,
})

/** One page a rule, and the list of them. */
export const rulePageFiles = (): readonly Output[] => [
  { path: 'docs/rules/README.md', content: index() },
  ...BEFORE_THE_RULES.map(pageBeforeTheRules),
  ...rules.map((rule) => ({ path: `docs/rules/${rule.code}.md`, content: page(rule) })),
]
