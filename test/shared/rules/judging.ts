import {
  applyFix,
  documentKinds,
  type Example,
  type Finding,
  type JsonValue,
  type JudgeContext,
  kindsElsewhere,
  type Language,
  lint,
  type Repair,
} from '@straks/shared'
import { EXAMPLES_CONTEXT } from '../../../shared/rules/examples.ts'

/** The findings of a document, judged as the kind that it names. */
export function findingsIn(
  { kind: name, document }: Example,
  language: Language = 'en',
  context: JudgeContext = EXAMPLES_CONTEXT,
): readonly Finding[] {
  const kind = [...documentKinds, ...kindsElsewhere].find((known) => known.name === name)
  if (!kind) throw new Error(`There is no kind ${name}`)
  return lint(kind, document, language, context)
}

/** The findings of one rule. */
export const findingsOfRule = (example: Example, code: string): readonly Finding[] =>
  findingsIn(example).filter((finding) => finding.code === code)

/** The value at a path of a document. */
export function valueAt(document: JsonValue, path: Finding['path']): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null) return undefined
    return Object.entries(value).find(([key]) => key === String(step))?.[1]
  }, document)
}

/** A document with one repair made. */
export const repaired = ({ kind, document }: Example, repair: Repair): Example => ({
  kind,
  document: applyFix(document, repair),
})

/** A document with the first repair of a finding made that is of a kind, or of any. */
export function repairedBy(example: Example, { repairs = [] }: Finding, key?: string): Example {
  const repair = repairs.find((one) => key === undefined || one.key === key)
  if (!repair) throw new Error(`there is no repair ${key}`)
  return repaired(example, repair)
}
