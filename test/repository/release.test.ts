import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { changelogSection } from '../../scripts/changelog-section.ts'
import { ROOT } from '../../scripts/run.ts'

const text = (path: string): string => readFileSync(ROOT + path, 'utf8')

describe('the changelog’s section of a version', () => {
  const changelog =
    '# Changelog\n\n## Unreleased\n\n- b\n\n## [1.10.0] - 2026-11-02\n\n- a\n\n### Fixed\n\n- c\n\n## 1.1.0\n'

  it('is all below its heading', () => {
    expect(changelogSection(changelog, '1.10.0')).toBe('- a\n\n### Fixed\n\n- c')
  })

  it.each(['1.1.0', '1.1', '2.0.0'])('of %s is missing where nothing is written', (version) => {
    expect(changelogSection(changelog, version)).toBeUndefined()
  })
})

describe('the version', () => {
  const { version } = JSON.parse(text('package.json'))

  it.each([
    ['action.yml', `default: ${version}\n`],
    ['.pre-commit-hooks.yaml', `'straks@${version}'`],
  ])('that %s runs is this one', (path, wanted) => {
    expect(text(path)).toContain(wanted)
  })
})

describe('the workflows', () => {
  const workflows = globSync('.github/workflows/*.yml', { cwd: ROOT })

  it('pin each action by its full commit', () => {
    const used = workflows.flatMap((path) => [...text(path).matchAll(/uses: (\S+)(.*)/g)])
    const foreign = used.filter(([, action = '']) => !action.startsWith('./'))
    expect(foreign.length).toBeGreaterThan(0)
    for (const [, action, comment] of foreign) {
      expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/)
      expect(comment, `the version of ${action}`).toMatch(/^ # v\d+\.\d+\.\d+$/)
    }
  })

  it('run every part of the tests', () => {
    const parts = Object.keys(JSON.parse(text('package.json')).scripts).filter((name) => name.startsWith('test:'))
    expect(parts.length).toBeGreaterThan(0)
    for (const part of parts) expect(text('.github/workflows/ci.yml')).toContain(`npm run ${part}\n`)
  })
})

describe('the parts of the tests', () => {
  it('are the projects of the runner, each in one part', () => {
    const scripts: Record<string, string> = JSON.parse(text('package.json')).scripts
    const inParts = Object.entries(scripts)
      .filter(([name]) => name.startsWith('test:'))
      .flatMap(([, script]) => [...script.matchAll(/--project (\S+)/g)].map(([, project]) => project))
    const projects = [...text('test/vitest.config.ts').matchAll(/name: '([\w-]+)'/g)].map(([, name]) => name)
    expect(inParts.sort()).toEqual(projects.sort())
  })
})
