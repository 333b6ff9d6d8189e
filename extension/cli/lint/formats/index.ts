import { type Language, table } from '@straks/shared'
import type { FileReport } from '../report.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { sarif } from './sarif.ts'
import { stylish } from './stylish.ts'

/** Every way to write findings down. */
export const FORMATS = table<(files: readonly FileReport[], language: Language) => string>({
  stylish,
  json,
  sarif,
  github,
  junit,
  gitlab,
})
