import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ruleCodes } from '../../scripts/generate/rule-index.ts'
import { ROOT } from '../../scripts/run.ts'

const text = (path: string): string => readFileSync(ROOT + path, 'utf8')
const scripts: Record<string, string> = JSON.parse(text('package.json')).scripts

/** Every file that is, or is about to be, part of the repository. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(ROOT + path))

describe('what is derived', () => {
  it('is fresh', () => {
    const check = () => execFileSync(process.execPath, ['scripts/generate.ts', '--check'], { cwd: ROOT, stdio: 'pipe' })
    expect(check).not.toThrow()
  })

  it('has a page for every rule, and lists every rule', () => {
    const codes = ruleCodes()
    expect(codes.length).toBeGreaterThan(0)
    for (const code of codes) {
      expect(existsSync(`${ROOT}docs/rules/${code}.md`), code).toBe(true)
      expect(text('shared/rules/index.ts')).toContain(`'./${code}.ts'`)
      expect(text(`shared/rules/${code}.ts`), `the code in ${code}.ts is its name`).toContain(`code: '${code}'`)
    }
  })
})

describe('the README', () => {
  const commands = [...text('README.md').matchAll(/^(npm (?:ci|start|test|run (?:-s )?[\w:-]+))/gm)].map(
    ([, command = '']) => command,
  )

  it('shows the two commands that a stranger needs', () => {
    expect(commands).toContain('npm ci')
    expect(text('README.md')).toContain('npm ci && npm start')
    expect(text('README.md')).toContain('npm ci && npm test')
  })

  it('shows only commands that there are', () => {
    for (const command of commands) {
      const [, name = '', script = ''] = command.split(' ').filter((word) => !word.startsWith('-'))
      if (name !== 'ci') expect(scripts, command).toHaveProperty([name === 'run' ? script : name])
    }
  })

  it('links only to files that there are', () => {
    for (const page of files.filter((path) => path.endsWith('.md'))) {
      const folder = page.includes('/') ? page.slice(0, page.lastIndexOf('/') + 1) : ''
      for (const [, target = ''] of text(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g))
        expect(existsSync(ROOT + folder + target), `${page} → ${target}`).toBe(true)
    }
  })
})

describe('the repository', () => {
  it('pins one Node for everybody', () => {
    expect(JSON.parse(text('package.json')).devDependencies.node).toBe(text('.node-version').trim())
  })

  it('names no registry and no machine', () => {
    expect(text('package-lock.json')).not.toMatch(/"resolved": "http/)
    const homes = new RegExp(`(?<![\\w.])/(?:${['root', 'home', 'work', 'Users'].join('|')})/[a-z]`)
    const wrong = files
      .filter(
        (path) => /\.(?:ts|js|json|md|toml|yml|sh|html|css)$|^\.ci\/run$/.test(path) && path !== 'package-lock.json',
      )
      .filter((path) => homes.test(text(path)))
    expect(wrong).toEqual([])
  })
})
