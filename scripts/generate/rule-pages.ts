import { BEFORE_THE_RULES } from '../../shared/before-the-rules.ts'
import {
  documentKinds,
  type Example,
  kindsElsewhere,
  LANGUAGES,
  type Language,
  lint,
  type Rule,
  type RulePage,
  rules,
  type Safety,
  type Severity,
  type Words,
} from '../../shared/index.ts'
import { mayRefuse } from '../../shared/rule.ts'
import { EXAMPLES_CONTEXT } from '../../shared/rules/examples.ts'
import { rulePages } from '../../shared/rules/pages.ts'
import type { Output } from './output.ts'
import { LANGUAGE_NAMES, PAGE_WORDS, REPAIR_WORDS, SEVERITY_WORDS } from './rule-page-words.ts'

const fenced = ({ document }: Example): string => `\`\`\`json\n${JSON.stringify(document, null, 2)}\n\`\`\``

/** Long texts in examples say how long they are, rather than being printed whole. */
const abbreviated = (text: string): string =>
  text.replace(/(.)\1{40,}/gu, (run, character: string) => `${character.repeat(8)}… (${run.length} characters)`)

const firstOf = (examples: readonly Example[]): string => examples.slice(0, 3).map(fenced).map(abbreviated).join('\n\n')

/** How safe the repairs are that the rule offers for what it finds in its own bad examples. */
function safetiesOf(rule: Rule, { bad }: ReturnType<RulePage['examples']>): ReadonlySet<Safety> {
  const findings = bad.flatMap(({ kind: name, document }) => {
    const kind = [...documentKinds, ...kindsElsewhere].find((candidate) => candidate.name === name)
    return kind ? lint(kind, document, 'en', EXAMPLES_CONTEXT) : []
  })
  const ours = findings.filter(({ code }) => code === rule.code)
  return new Set(ours.flatMap(({ repairs = [] }) => repairs.map(({ safety }) => safety)))
}

/** What the page says of repairs. */
function repairsOf(safeties: ReadonlySet<Safety>, language: Language): string {
  const kinds: readonly Safety[] = ['safe', 'suggested']
  const sentences = kinds.filter((kind) => safeties.has(kind)).map((kind) => REPAIR_WORDS[kind][language])
  return sentences.length > 0 ? sentences.join(' ') : PAGE_WORDS.byHand[language]
}

/** Where the pages of a language lie: English ones at the top, where links from elsewhere lead. */
const folderOf = (language: Language): string => (language === 'en' ? 'docs/rules' : `docs/rules/${language}`)

/** Links to the same page in the other languages. */
function elsewhere(code: string, language: Language): string {
  const up = language === 'en' ? '' : '../'
  const links = LANGUAGES.filter((other) => other !== language).map(
    (other) => `[${LANGUAGE_NAMES[other]}](${up}${other === 'en' ? '' : `${other}/`}${code}.md)`,
  )
  return links.join(' · ')
}

/** What a page says and shows, whether of a rule or of what is checked before all rules. */
type Shown = {
  readonly code: string
  readonly severity: Severity
  readonly source: string
  readonly summary: Words
  readonly why: Words
  readonly wrong: string
  readonly right: string
  /** What stands after the examples: of repairs and of when to turn the rule off. */
  readonly rest: (language: Language) => string
}

function page({ code, severity, source, summary, why, wrong, right, rest }: Shown, language: Language): string {
  const words = (name: keyof typeof PAGE_WORDS): string => PAGE_WORDS[name][language]
  return `<!-- Written by \`npm run generate\` from ${source} -->
# ${code}

${summary[language]}

${words('usualSeverity')}: **${SEVERITY_WORDS[severity][language]}**.

## ${words('why')}

${why[language]}

## ${words('wrong')}

${wrong}

## ${words('right')}

${right}
${rest(language)}
${words('inOtherLanguages')}: ${elsewhere(code, language)}
`
}

function ofRule(rule: Rule): Shown {
  const { code, severity } = rule
  const { summary, why, whenNotToUse, examples } = rulePages[code]
  const { good, bad } = examples()
  const safeties = safetiesOf(rule, { good, bad })
  const rest = (language: Language): string => `
## ${PAGE_WORDS.repair[language]}

${repairsOf(safeties, language)}

## ${PAGE_WORDS.whenNot[language]}

${(whenNotToUse ?? (mayRefuse(rule) ? PAGE_WORDS.refusesAnyway : PAGE_WORDS.onlyAdvises))[language]}
`
  return {
    code,
    severity,
    source: `shared/rules/${code}.ts`,
    summary,
    why,
    wrong: firstOf(bad),
    right: firstOf(good),
    rest,
  }
}

const json = (text: string): string => `\`\`\`json\n${text}\n\`\`\``

const ofCheck = ({ code, summary, why, wrong, right }: (typeof BEFORE_THE_RULES)[number]): Shown => ({
  code,
  severity: 'error',
  source: 'shared/before-the-rules.ts',
  summary,
  why,
  wrong: json(wrong),
  right: json(right),
  rest: () => '',
})

function index(shown: readonly Shown[], language: Language): string {
  const words = (name: keyof typeof PAGE_WORDS): string => PAGE_WORDS[name][language]
  const rows = shown.map(
    ({ code, severity, summary }) =>
      `| [${code}](${code}.md) | ${SEVERITY_WORDS[severity][language]} | ${summary[language]} |`,
  )
  return `<!-- Written by \`npm run generate\` from shared/rules/ -->
# ${words('title')}

${words('intro')} ${elsewhere('README', language)}

| ${words('rule')} | ${words('usualSeverity')} | ${words('whatToDo')} |
|---|---|---|
${rows.join('\n')}
`
}

/** A page for each rule, and the list of them, in every language. */
export function rulePageFiles(): readonly Output[] {
  const shown = [...BEFORE_THE_RULES.map(ofCheck), ...rules.map(ofRule)]
  return LANGUAGES.flatMap((language) => [
    { path: `${folderOf(language)}/README.md`, content: index(shown, language) },
    ...shown.map((one) => ({ path: `${folderOf(language)}/${one.code}.md`, content: page(one, language) })),
  ])
}
