import type { Range } from './ranges.ts'

/** Commands that put other words in the place of some; `jq` that only prints leaves them. */
const CHANGES =
  /(?<![\w./-])(?:sed|envsubst|awk|perl|tr|m4|jq(?!(?:[ \t]+-\w+)*(?:[ \t]+(?:\.|'\.'|"\."))?[ \t]*(?:[|;)<>"\n]|$)))(?![\w.-])/g

/** What a shell puts into a variable as it takes it out: `${BODY/a/b}`. */
const CHANGED_VARIABLE = /\$\{(\w{1,100})\/\/?/g
const VARIABLE = /\$\{?(\w{1,100})/g

/** UTF-16 units before and behind a place that are looked at. */
const LOOKED_AT_UNITS = 500

/** Commands of one script whose lines are looked at. */
const COMMANDS_MAX = 1_000

/** Whether a line goes on behind a line end: it has a backslash before it. */
const goesOn = (text: string, lineEnd: number): boolean => /\\\r?$/.test(text.slice(Math.max(0, lineEnd - 2), lineEnd))

/** What stands before a place on its line, which goes on over line ends behind a backslash. */
export function lineBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - LOOKED_AT_UNITS), at)
  let from = before.lastIndexOf('\n')
  while (from > 0 && goesOn(before, from)) from = before.lastIndexOf('\n', from - 1)
  return before.slice(from + 1)
}

/** What stands on the line of a place, before it and behind it. */
function around(text: string, { start, end }: Range): string {
  const behind = text.slice(end, end + LOOKED_AT_UNITS)
  let to = behind.indexOf('\n')
  while (to >= 0 && goesOn(behind, to)) to = behind.indexOf('\n', to + 1)
  return `${lineBefore(text, start)}\n${to < 0 ? behind : behind.slice(0, to)}`
}

/** A text in a script, and the variable that it is kept in, if any. */
type Kept = Range & { readonly name?: string | undefined }

/** Tells whether a script puts other words into a text, whatever they are: nothing is known of what is left. */
export function findReplacedInShell(text: string): (kept: Kept) => boolean {
  const names = new Set([...text.matchAll(CHANGED_VARIABLE)].map(([, name]) => name))
  let looked = 0
  for (const { 0: command, index } of text.matchAll(CHANGES)) {
    if (++looked > COMMANDS_MAX) break
    for (const [, name] of around(text, { start: index, end: index + command.length }).matchAll(VARIABLE))
      names.add(name)
  }
  return ({ name, ...place }) => (name !== undefined && names.has(name)) || around(text, place).search(CHANGES) >= 0
}
