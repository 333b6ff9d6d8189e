import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { DIST, RULE_PAGES_FOLDER } from './places.ts'

/** The page's name first, so that its three languages, of which much is the same, lie side by side. */
const sortKey = (path: string): string => `${basename(path)} ${dirname(path)}`

/** All pages by their path, `phone-number.md` and `nb/phone-number.md`. */
export async function readRulePages(): Promise<ReadonlyMap<string, string>> {
  const paths = (await readdir(RULE_PAGES_FOLDER, { recursive: true }))
    .filter((path) => path.endsWith('.md'))
    .sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1))
  const pages = paths.map(async (path) => [path, await readFile(`${RULE_PAGES_FOLDER}/${path}`, 'utf8')] as const)
  return new Map(await Promise.all(pages))
}

/** Puts the pages beside what is built, so that the links of its diagnostics lead somewhere offline. */
export async function copyRulePages(folder: string): Promise<void> {
  for (const [path, text] of await readRulePages()) {
    const file = `${folder}/rules/${path}`
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}

/** Puts all pages into one file: each packed by itself, the two hundred would be a third of the extension. */
export const packRulePages = async (): Promise<void> =>
  writeFile(`${DIST}/rules.json`, JSON.stringify(Object.fromEntries(await readRulePages())))
