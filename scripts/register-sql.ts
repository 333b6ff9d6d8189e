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
const { parties, problems } = readParties(readFileSync(file, 'utf8'), file.endsWith('.csv') ? 'csv' : 'jsonl')
for (const { line, problem } of problems) console.error(`${file}:${line}: ${problem}`)
if (problems.length > 0) process.exit(1)
process.stdout.write(partiesSql(parties))
console.error(`${parties.length} ${parties.length === 1 ? 'party' : 'parties'}`)
