import { readFileSync } from 'node:fs'
import { requirePinnedNode } from './node-version.ts'
import { partiesSql } from './register/parties-sql.ts'
import { readParties } from './register/read-parties.ts'

requirePinnedNode()

const [, , file] = process.argv
if (file === undefined || !/\.(?:csv|jsonl)$/.test(file)) {
  console.error('npm run --silent register-sql -- FILE.csv|FILE.jsonl > parties.sql (see docs/registers.md)')
  process.exit(2)
}

/** The text of a file. One in another encoding would lose letters of names without a word. */
function textOf(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path))
  } catch (error) {
    console.error(
      `${path}: ${error instanceof TypeError ? 'the file is not UTF-8; save it as UTF-8' : 'cannot be read'}`,
    )
    process.exit(2)
  }
}

const { parties, problems } = readParties(textOf(file), file.endsWith('.csv') ? 'csv' : 'jsonl')
for (const { line, problem } of problems) console.error(`${file}:${line}: ${problem}`)
if (parties.length === 0 && problems.length === 0) console.error(`${file}: there is no party in it`)
if (parties.length === 0 || problems.length > 0) process.exit(1)
process.stdout.write(partiesSql(parties))
console.error(`${parties.length} ${parties.length === 1 ? 'party' : 'parties'}`)
