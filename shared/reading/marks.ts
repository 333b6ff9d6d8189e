import type { ObjectRole, Role } from '../schema/field.ts'
import type { ReadDocument } from './document.ts'

/**
 * What a document may have that a rule looks at: values and objects with a role, values spelt otherwise than properly,
 * and signs in its texts that only keywords (`$`), another language's templates or HTML are written with.
 */
export type Mark = Role | ObjectRole | 'respelling' | 'keyword-sign' | 'template-sign' | 'markup-sign'

const TEMPLATE_SIGN = /[{%[]/

/** Everything that a document has for rules to look at. */
export function marksOf({ fields, objects, texts, respellings }: ReadDocument): ReadonlySet<Mark> {
  const marks = new Set<Mark>()
  for (const { role } of fields) marks.add(role)
  for (const { role } of objects) marks.add(role)
  if (respellings.length > 0) marks.add('respelling')
  for (const { value } of texts) {
    if (value.includes('$')) marks.add('keyword-sign')
    if (value.includes('<')) marks.add('markup-sign')
    if (TEMPLATE_SIGN.test(value)) marks.add('template-sign')
  }
  return marks
}
