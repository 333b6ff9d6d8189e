import { globSync, readFileSync } from 'node:fs'
import { ROOT } from '../run.ts'
import { keptList } from './kept-list.ts'
import type { Output } from './output.ts'

/** How a provider's folder declares it. */
const PROVIDER = /^export const (\w+): ProviderDeclaration = /gm

/** The providers, so that a new one is a folder and nothing else. */
export function providerList(): Output {
  const found = globSync('worker/providers/*/*-provider.ts', { cwd: ROOT })
    .toSorted()
    .flatMap((file) =>
      [...readFileSync(ROOT + file, 'utf8').matchAll(PROVIDER)].map(([, name = '']) => ({
        name,
        from: file.replace('worker/providers/', './'),
      })),
    )
  return keptList(
    {
      path: 'worker/providers/providers.ts',
      folder: 'the folders beside it',
      type: { name: 'ProviderDeclaration', from: './provider.ts' },
      name: 'PROVIDERS',
      comment: 'The providers there are, in the order of the documentation.',
    },
    found,
  )
}
