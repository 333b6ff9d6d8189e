import { readFileSync } from 'node:fs'
import { ROOT } from '../run.ts'
import type { Output } from './output.ts'

const FULL = 'node_modules/libphonenumber-js/metadata.max.json'

/** Where a country's description keeps the ways in which its numbers are written for reading. */
const FORMATS = 4

/** A text as a literal in single quotes: JSON has many double ones. */
const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

/**
 * The numbering plans of all countries without the ways in which their numbers are written for reading: a quarter of
 * their size, of no use where numbers are only judged. That the verdict is the same is tested against the full plans.
 */
export function numberingPlansJson(): string {
  const full = JSON.parse(readFileSync(ROOT + FULL, 'utf8'))
  for (const plans of [full.countries, full.nonGeographic])
    for (const plan of Object.values<unknown[]>(plans)) plan[FORMATS] = 0
  return JSON.stringify(full)
}

/** The plans as a module. The Worker reads them as a file beside it, so that its bundle is without them. */
export function phoneMetadata(): readonly Output[] {
  const content = `// Written by \`npm run generate\` from the data of libphonenumber-js.
import type { MetadataJson } from 'libphonenumber-js/core'

let plans: MetadataJson | undefined

/** The numbering plans of all countries, without ways of writing numbers for reading. Read when first asked for. */
export const numberingPlans = (): MetadataJson => {
  plans ??= readPlans()
  return plans
}

const readPlans = (): MetadataJson => JSON.parse(${literal(numberingPlansJson())})
`
  return [{ path: 'shared/contact/generated/numbering-plans.ts', content }]
}
