import {
  applyFix,
  documentKinds,
  type Example,
  type Finding,
  type JsonValue,
  type Language,
  lint,
} from '@straks/shared'

/** The findings of a document, judged as the kind that it names. */
export function findingsIn({ kind: name, document }: Example, language: Language = 'en'): readonly Finding[] {
  const kind = documentKinds.find((known) => known.name === name)
  if (!kind) throw new Error(`There is no kind ${name}`)
  return lint(kind, document, language)
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

/** A document with one finding put right. */
export const repaired = ({ kind, document }: Example, { fix }: Finding): Example => ({
  kind,
  document: fix ? applyFix(document, fix) : document,
})
