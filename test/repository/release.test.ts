import { spawnSync } from 'node:child_process'
import { chmodSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { READ_GLOB } from '../../extension/document/file-form.ts'
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
    ['.pre-commit-hooks.yaml', `@npm:straks@${version}'`],
  ])('that %s runs is this one', (path, wanted) => {
    expect(text(path)).toContain(wanted)
  })
})

describe('the hook', () => {
  it('installs the tool beside this repository under another name: npm keeps one package of a name', () => {
    const [, installed] = /additional_dependencies: \['([^@']+)@npm:straks@/.exec(text('.pre-commit-hooks.yaml')) ?? []
    expect(installed).toMatch(/\w/)
    expect(installed).not.toBe(JSON.parse(text('package.json')).name)
  })

  it('judges every file that is looked into, as requests stand in programs and collections', () => {
    const [, pattern = ''] = /^ {2}files: (.+)$/m.exec(text('.pre-commit-hooks.yaml')) ?? []
    const [, extensions = ''] = /\{(.+)\}/.exec(READ_GLOB) ?? []
    expect(extensions.split(',').length).toBeGreaterThan(20)
    expect(pattern).toBe(`\\.(${extensions.replaceAll(',', '|')})$`)
  })
})

describe('the action', () => {
  const script = text('action.yml')
    .slice(text('action.yml').indexOf('run: |\n') + 7)
    .replaceAll(/^ {8}/gm, '')

  /** Runs the action's step where `npx` prints the words that it is given, a line each. */
  function run(inputs: Readonly<Record<string, string>>) {
    const folder = mkdtempSync(join(tmpdir(), 'action-'))
    try {
      mkdirSync(join(folder, 'bin'))
      mkdirSync(join(folder, 'requests/deep'), { recursive: true })
      writeFileSync(join(folder, 'requests/deep/a.json'), '{}')
      writeFileSync(join(folder, 'bin/npx'), '#!/bin/sh\nprintf "%s\\n" "$@"\n')
      chmodSync(join(folder, 'bin/npx'), 0o755)
      const PATH = [join(folder, 'bin'), process.env.PATH].join(delimiter)
      const env = { PATH, FILES: '', FORMAT: 'github', OUTPUT: '', MAX_WARNINGS: '0', VERSION: '1.0.0', ...inputs }
      const { stdout } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
        cwd: folder,
        env,
        encoding: 'utf8',
      })
      const written = inputs.OUTPUT ? readFileSync(join(folder, inputs.OUTPUT), 'utf8') : undefined
      return { printed: stdout.split('\n').filter(Boolean), written }
    } finally {
      rmSync(folder, { recursive: true })
    }
  }

  const lint = ['--yes', 'straks@1.0.0', 'lint', '--format', 'github', '--max-warnings', '0']

  it('leaves globs to the tool, which knows what `**` means', () => {
    expect(run({ FILES: 'requests/**/*.json more' }).printed).toEqual([...lint, 'requests/**/*.json', 'more'])
  })

  it('names no files where none are named', () => {
    expect(run({}).printed).toEqual(lint)
  })

  it('writes its findings to a file where one is named', () => {
    expect(run({ OUTPUT: 'out.sarif' })).toEqual({ printed: [], written: `${lint.join('\n')}\n` })
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
