import { readFileSync } from 'node:fs'

/** The first Node that runs TypeScript as it is, as these scripts need. */
const FIRST_MAJOR_WITH_TYPESCRIPT = 24

/** The Node that npm installs beside the other tools; `npm run` and `npm start` find it before the machine's own. */
export function requirePinnedNode(): void {
  const [major = '0'] = process.versions.node.split('.')
  if (Number(major) >= FIRST_MAJOR_WITH_TYPESCRIPT) return
  const wanted = readFileSync(new URL('../.node-version', import.meta.url), 'utf8').trim()
  console.error(
    `Straks needs Node ${wanted}, which \`npm ci\` installs into this folder; this is Node ${process.versions.node}.\n` +
      'Run `npm ci` without --ignore-scripts, and start through npm: `npm start`, `npm test`.',
  )
  process.exit(1)
}
