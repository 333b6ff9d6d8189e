import { spawnSync } from 'node:child_process'
import { ROOT } from './run.ts'

/** Installs packages that one command needs and nothing else, without writing them to the lock file. `npm ci` removes them. */
export function installForOneRun(packages: readonly string[]): boolean {
  const parameters = ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', ...packages]
  return spawnSync('npm', parameters, { cwd: ROOT, stdio: 'inherit' }).status === 0
}
