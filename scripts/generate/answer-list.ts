import { readdirSync } from 'node:fs'
import { ROOT } from '../run.ts'
import type { Output } from './output.ts'

const FOLDER = 'worker/api/answers'

/** The list of all answers, so that a new answer is a file and nothing else. */
export function answerList(): Output {
  const files = readdirSync(ROOT + FOLDER).filter((name) => name.endsWith('.ts') && name !== 'index.ts')
  const content = `// Written by \`npm run generate\` from the files of this folder.
/**
 * The schemas of what the API answers. A route names its answers, and does not import them: only what describes the API
 * or holds real answers against their description imports this file, so the Worker's bundle has none of it.
 */
export * from '@straks/shared/answers'
${files
  .sort()
  .map((name) => `export * from './${name}'`)
  .join('\n')}
`
  return { path: `${FOLDER}/index.ts`, content }
}
