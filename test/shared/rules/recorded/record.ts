import { type Example, type Finding, type RuleCode, rules } from '@straks/shared'
import { rulePages } from '@straks/shared/rule-pages'
import { findingsOfRule } from '../judging.ts'
import { variationsAt } from './variations.ts'

const place = ({ path, span }: Pick<Finding, 'path' | 'span'>): string =>
  `/${path.join('/')}${span ? ` ${span.start}-${span.end}` : ''}`

/** A finding by what a machine reads of it. */
const briefly = (finding: Finding): string => {
  const repairs = (finding.repairs ?? []).map(({ key }) => key)
  return `${finding.sentence} ${place(finding)}${repairs.length > 0 ? ` [${repairs.join(' ')}]` : ''}`
}

const inFull = ({ code: _, path, span, ...told }: Finding): readonly string[] => [
  `  ${place({ path, ...(span && { span }) })}`,
  ...Object.entries(told).map(([name, value]) => `    ${name}: ${JSON.stringify(value)}`),
]

function* linesOf(name: string, example: Example, code: RuleCode, places: readonly Finding['path'][]) {
  yield name
  for (const finding of findingsOfRule(example, code)) yield* inFull(finding)
  const base = findingsOfRule(example, code).map(briefly).join(', ')
  for (const path of places) {
    for (const { how, document } of variationsAt(example.document, path)) {
      const told = findingsOfRule({ ...example, document }, code)
        .map(briefly)
        .join(', ')
      if (told !== base) yield `  ${how}: ${told || 'nothing'}`
    }
  }
}

/** What a rule says of its examples, and of others that differ from one of them in one place: whatever changes is told. */
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

export const ruleCodes: readonly RuleCode[] = rules.map(({ code }) => code)
