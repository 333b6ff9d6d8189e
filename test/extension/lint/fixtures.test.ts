import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fileForm } from '../../../extension/document/file-form.ts'
import { indexLines } from '../../../extension/document/line-index.ts'
import { findingsOfFile, lintFile } from '../../../extension/lint/lint-file.ts'
import { DEFAULT_LINT_OPTIONS } from '../../../extension/lint/options.ts'
import { fixText } from '../../../extension/repair/fix-file.ts'
import { wanted } from '../support/expectations.ts'

const FOLDER = fileURLToPath(new URL('../fixtures/', import.meta.url))
const read = (name: string): string => readFileSync(FOLDER + name, 'utf8')
const GOLDEN = '.golden'

const names = readdirSync(FOLDER).filter((name) => !name.includes(GOLDEN))

/** `a.notification.jsonc` is repaired to what `a.golden.notification.jsonc` holds. */
const goldenOf = (name: string): string => name.replace('.', `${GOLDEN}.`)

describe.each(names)('%s', (name) => {
  const form = fileForm(name)
  if (!form) throw new Error(`${name} is no name of a request`)
  const text = read(name)

  it('gets the findings that its lines ask for', () => {
    const lines = indexLines(text)
    const findings = findingsOfFile(lintFile(text, form, DEFAULT_LINT_OPTIONS))
    expect(findings.map(({ start, code }) => `${lines.positionAt(start).line + 1} ${code}`)).toEqual(wanted(text))
  })

  it('is repaired to its golden twin', () => {
    expect(fixText(text, form, DEFAULT_LINT_OPTIONS)).toBe(read(goldenOf(name)))
  })
})
