import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { EXTENSION } from '../../../extension/scripts/places.ts'

/** Our own sources that a bundle of one file would have in it. */
async function sourcesOf(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: EXTENSION,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    packages: 'external',
    outdir: 'out',
    format: 'esm',
    alias: { '@straks/shared': '../shared/index.ts' },
  })
  return Object.keys(metafile.inputs)
}

// A bundler wraps each module that what is loaded on demand needs in a function of its own, and several hundred of those
// make a slow start: what both hosts need comes as arguments.
describe.each(['server/node-main.ts', 'server/browser-main.ts'])('%s', (entry) => {
  it('brings only what is the host’s own', async () => {
    const sources = await sourcesOf(entry)
    expect(sources).toContain(entry)
    expect(sources.filter((path) => !/^(?:server\/|rule-page-folder\.ts$)/.test(path))).toEqual([])
  })
})
