import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The rules' pages, where they lie beside what is built: in a package, else in the repository. */
export const rulePageFolder = (): string | undefined =>
  ['rules', '../rules', '../docs/rules', '../../docs/rules']
    .map((folder) => join(import.meta.dirname, folder))
    .find((folder) => existsSync(folder))
