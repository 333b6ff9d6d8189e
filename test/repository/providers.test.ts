import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ROOT } from '../../scripts/run.ts'
import { PROVIDERS } from '../../worker/providers/providers.ts'

const pages = globSync('worker/providers/*/README.md', { cwd: ROOT }).map((file) => readFileSync(ROOT + file, 'utf8'))

it.each(PROVIDERS)('the page of the provider $name names its settings', ({ name, settings }) => {
  const page = pages.find((text) => text.includes(`\n\`${name}\` carries `)) ?? ''
  expect(page).not.toBe('')
  expect(Object.keys(settings.shape).filter((setting) => !page.includes(`\`${setting}\``))).toEqual([])
})
