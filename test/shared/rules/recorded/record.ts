import { type Example, type Finding, type RuleCode, rules } from '@straks/shared'
import { rulePages } from '@straks/shared/rule-pages'
import { EXAMPLES_CONTEXT } from '../../../../shared/rules/examples.ts'
import { findingsIn, findingsOfRule } from '../judging.ts'
import { crossed, variationsAt } from './variations.ts'

export const ruleCodes: readonly RuleCode[] = rules.map(({ code }) => code)

const place = ({ path, span }: Pick<Finding, 'path' | 'span'>): string =>
  `/${path.join('/')}${span ? ` ${span.start}-${span.end}` : ''}`

/** Findings by what a machine reads of them. */
const briefly = (findings: readonly Finding[]): string =>
  findings
    .map((finding) => {
      const repairs = (finding.repairs ?? []).map(({ key }) => key)
      const severity = finding.severity === 'error' ? '' : `${finding.severity} `
      return `${severity}${finding.sentence} ${place(finding)}${repairs.length > 0 ? ` [${repairs.join(' ')}]` : ''}`
    })
    .join(', ')

const inFull = ({ code: _, path, span, ...told }: Finding): readonly string[] => [
  `  ${place({ path, ...(span && { span }) })}`,
  ...Object.entries(told).map(([name, value]) => `    ${name}: ${JSON.stringify(value)}`),
]

/** Who else judges a document, and what is known then. */
const ELSEWHERE = [
  ['in an editor', { ...EXAMPLES_CONTEXT, allowLoopback: undefined, smsCountries: undefined }],
  ['as it is sent', { ...EXAMPLES_CONTEXT, allowLoopback: true, isSent: true }],
] as const

/** The examples of all rules, by the kind of document that they are. */
const examplesByKind = Map.groupBy(
  ruleCodes.flatMap((code) => {
    const { good, bad } = rulePages[code].examples()
    return [...good, ...bad].map((example, index) => ({ name: `${code} ${index + 1}`, example }))
  }),
  ({ example }) => example.kind,
)

/**
 * What is said where an example is crossed with each other of its kind: of most, and of which others. What most have is not
 * counted, so that a new rule's examples change no other rule's record, unless that rule says something else of them.
 */
function* crossings(example: Example, code: RuleCode) {
  const others = (examplesByKind.get(example.kind) ?? []).map(({ name, example: { document } }) => ({
    name,
    told: briefly(findingsOfRule({ ...example, document: crossed(document, example.document) }, code)),
  }))
  const byWords = [...Map.groupBy(others, ({ told }) => told)].sort(([, a], [, b]) => b.length - a.length)
  for (const [index, [told, same]] of byWords.entries()) {
    const names = index === 0 ? 'most' : same.map(({ name }) => name).join(', ')
    yield `  crossed with ${names}: ${told || 'nothing'}`
  }
}

function* linesOf(name: string, example: Example, code: RuleCode, places: readonly Finding['path'][]) {
  yield `${name}: ${example.kind} ${JSON.stringify(example.document)}`
  const findings = findingsOfRule(example, code)
  for (const finding of findings) yield* inFull(finding)
  const base = briefly(findings)
  for (const [where, context] of ELSEWHERE) {
    const told = briefly(findingsIn(example, 'en', context).filter((finding) => finding.code === code))
    if (told !== base) yield `  ${where}: ${told || 'nothing'}`
  }
  for (const path of places) {
    for (const { how, document } of variationsAt(example.document, path)) {
      const told = briefly(findingsOfRule({ ...example, document }, code))
      if (told !== base) yield `  ${how}: ${told || 'nothing'}`
    }
  }
  // What is right stays right beside another's members, or is the other's concern.
  if (findings.length > 0) yield* crossings(example, code)
}

/**
 * What a rule says of its examples, of documents that differ from one of them in one place, and of two examples in one:
 * whatever changes is told.
 */
export function recordOf(code: RuleCode): string {
  const { good, bad } = rulePages[code].examples()
  const found = bad.flatMap((example) => findingsOfRule(example, code).map(({ path }) => path))
  const places = [...new Map(found.map((path) => [path.join('/'), path])).values()]
  const examples = [
    ...good.map((example, index) => [`good ${index + 1}`, example] as const),
    ...bad.map((example, index) => [`bad ${index + 1}`, example] as const),
  ]
  return `${examples.flatMap(([name, example]) => [...linesOf(name, example, code, places)]).join('\n')}\n`
}
