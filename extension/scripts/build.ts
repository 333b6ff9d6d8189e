import { bundle } from './bundle.ts'
import { packRulePages } from './rule-pages.ts'
import { writeSchema } from './schema.ts'

/** Makes all that the extension runs from, in `dist/`. */
export async function buildExtension(mode: 'small' | 'debug'): Promise<void> {
  await bundle(mode)
  await writeSchema()
  await packRulePages()
}

// An editor's debugger runs the extension from its folder: .vscode/launch.json.
if (import.meta.main) await buildExtension('debug')
