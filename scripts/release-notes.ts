import { readFileSync } from 'node:fs'
import { changelogSection } from './changelog-section.ts'
import { requirePinnedNode } from './node-version.ts'
import { ROOT } from './run.ts'

requirePinnedNode()

const [, , tag = ''] = process.argv
const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'))
if (tag !== `v${version}`) {
  console.error(`The tag is "${tag}", but package.json says ${version}: a release of it has the tag v${version}.`)
  process.exit(1)
}
const section = changelogSection(readFileSync(`${ROOT}CHANGELOG.md`, 'utf8'), version)
if (section === undefined) {
  console.error(`CHANGELOG.md has no section "## ${version}".`)
  process.exit(1)
}
console.log(section)
