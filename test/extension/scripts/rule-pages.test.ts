import { existsSync } from 'node:fs'
import { rules } from '@straks/shared'
import { expect, it } from 'vitest'
import { RULE_PAGES_FOLDER } from '../../../extension/scripts/places.ts'
import { readRulePages } from '../../../extension/scripts/rule-pages.ts'

it('the packed extension has the page of every code in three languages, those of a code side by side', async () => {
  const pages = await readRulePages()
  const codes = [...rules.map(({ code }) => code), 'schema', 'json-syntax']
  const paths = [...pages.keys()]
  for (const code of codes) {
    const first = paths.indexOf(`${code}.md`)
    expect(paths.slice(first, first + 3), code).toEqual([`${code}.md`, `nb/${code}.md`, `nn/${code}.md`])
    expect(pages.get(`${code}.md`), code).toContain(`# ${code}\n`)
  }
  expect(paths.every((path) => existsSync(`${RULE_PAGES_FOLDER}/${path}`))).toBe(true)
})
