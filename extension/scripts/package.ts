import { stat } from 'node:fs/promises'
import { createVSIX } from '@vscode/vsce'
import manifest from '../package.json' with { type: 'json' }
import { buildExtension } from './build.ts'
import { DIST, EXTENSION } from './places.ts'

const BYTES_PER_KIBIBYTE = 1024

await buildExtension('small')
const packagePath = `${DIST}/${manifest.name}-${manifest.version}.vsix`
await createVSIX({
  cwd: EXTENSION,
  packagePath,
  dependencies: false,
  rewriteRelativeLinks: false,
})
const { size } = await stat(packagePath)
console.log(`${packagePath} (${(size / BYTES_PER_KIBIBYTE).toFixed(1)} KiB)`)
