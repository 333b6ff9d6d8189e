import { readFileSync } from 'node:fs'
import { ROOT } from '../run.ts'
import type { Output } from './output.ts'

const FULL = 'node_modules/libphonenumber-js/metadata.max.json'

/** Where a country's description keeps the ways in which its numbers are written for reading. */
const FORMATS = 4

/** A text as a literal in single quotes: JSON has many double ones. */
const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

/** The files of the Worker, on a laptop and in production: it reads the plans there, so that its bundle is without them. */
const ASSETS = ['worker/public', 'worker/public-production']

/**
 * The numbering plans of all countries without the ways in which their numbers are written for reading: a quarter of
 * their size, of no use to whoever only judges and sends. That the verdict is the same is tested against the full plans.
 */
export function phoneMetadata(): readonly Output[] {
  const full = JSON.parse(readFileSync(ROOT + FULL, 'utf8'))
  for (const plans of [full.countries, full.nonGeographic])
    for (const plan of Object.values<unknown[]>(plans)) plan[FORMATS] = 0
  const json = JSON.stringify(full)
  const content = `// Written by \`npm run generate\` from the data of libphonenumber-js.
import type { MetadataJson } from 'libphonenumber-js/core'

let plans: MetadataJson | undefined

/** The numbering plans of all countries, without ways of writing numbers for reading. Read when first asked for. */
export const numberingPlans = (): MetadataJson => {
  plans ??= readPlans()
  return plans
}

const readPlans = (): MetadataJson => JSON.parse(${literal(json)})
`
  return [
    { path: 'shared/contact/generated/numbering-plans.ts', content },
    ...ASSETS.map((folder) => ({ path: `${folder}/numbering-plans.json`, content: json })),
  ]
}
