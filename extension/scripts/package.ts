import { stat } from 'node:fs/promises'
import { createVSIX } from '@vscode/vsce'
import manifest from '../package.json' with { type: 'json' }
import { bundle } from './bundle.ts'
import { DIST, EXTENSION } from './places.ts'
import { copyRulePages } from './rule-pages.ts'
import { writeSchema } from './schema.ts'

const BYTES_PER_KIBIBYTE = 1024

await bundle()
await writeSchema()
await copyRulePages()
const packagePath = `${DIST}/${manifest.name}-${manifest.version}.vsix`
await createVSIX({
  cwd: EXTENSION,
  packagePath,
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
})
const { size } = await stat(packagePath)
console.log(`${packagePath} (${(size / BYTES_PER_KIBIBYTE).toFixed(1)} KiB)`)
