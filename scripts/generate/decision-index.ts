import { readdirSync, readFileSync } from 'node:fs'
import { ROOT } from '../run.ts'
import type { Output } from './output.ts'

const FOLDER = 'docs/decisions/'

/** A decision's file: its number is the first four digits of its name. */
const PAGE = /^(\d{4})-[\w-]+\.md$/

/** What a decision begins with: its number and title, then its status and the day it was made. */
const HEAD = /^# (\d+)\. (.+)\n\nStatus: (.+?)\. Date: (\d{4}-\d{2}-\d{2})\.\n/

/** Numbers without a decision, and why. */
const UNUSED = new Map([[9, 'never used: it was left out when 10 was written, and a number is not given twice']])

function row(name: string): string {
  const [, number, title, status, date] = HEAD.exec(readFileSync(ROOT + FOLDER + name, 'utf8')) ?? []
  if (number === undefined || Number(number) !== Number(name.slice(0, 4)))
    throw new Error(
      `${FOLDER}${name} must begin with "# ${Number(name.slice(0, 4))}. Title", an empty line and "Status: accepted. Date: 2026-01-31."`,
    )
  return `| ${number} | [${title}](${name}) | ${status} | ${date} |`
}

/** The rows of all decisions in the order of their numbers. Throws where a number is missing without a reason. */
function rows(names: readonly string[]): readonly string[] {
  const byNumber = new Map(names.map((name) => [Number(name.slice(0, 4)), name]))
  return Array.from({ length: Math.max(...byNumber.keys()) }, (_, index) => {
    const number = index + 1
    const name = byNumber.get(number)
    if (name !== undefined) return row(name)
    const reason = UNUSED.get(number)
    if (reason === undefined) throw new Error(`There is no decision ${number}: say why in UNUSED, or close the gap.`)
    return `| ${number} | ${reason} | – | – |`
  })
}

/** The list of all decisions, made from the head of each page. */
export function decisionIndex(): Output {
  const names = readdirSync(ROOT + FOLDER).filter((name) => PAGE.test(name))
  return {
    path: `${FOLDER}README.md`,
    content: `<!-- Written by \`npm run generate\` from docs/decisions/ -->
# Decisions

Each page gives the context, the decision and its consequences. *Accepted* means that it holds today; a decision that is
replaced keeps its page and names its successor.

| | Decision | Status | Date |
|---|---|---|---|
${rows(names).join('\n')}
`,
  }
}
