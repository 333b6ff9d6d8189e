import { lineBefore } from './shell-replaced.ts'

/** Tells where the placeholder at an offset ends; nothing where there is none. */
export type PlaceholderEnd = (text: string, at: number) => number | undefined

/** Commands that run another once for each line or file, with that in the place of a word. */
const RUNS_FOR_EACH = /(?<![\w./-])(xargs|parallel|find|fd|fdfind)(?![\w./-])/g

/** The word that `xargs` replaces: `-I{}`, `-I %`, `-I '{}'`, and `-i` or `--replace`, which may leave it out. */
const REPLACED = /[ \t]-\w{0,9}I[ \t]*(['"]?)([^\s'"]{1,40})\1/
const REPLACED_OR_BRACES = /[ \t](?:-i|--replace=?)(['"]?)([^\s'"]{0,40})\1(?=\s)/

const BRACES = '{}'

/** `{}`, `{.}`, `{#}`, `{1}`, `{/.}`: GNU's `parallel` and `fd` have several. */
const MANY = /\{[\w./#%:-]{0,40}\}/y

const literal =
  (word: string): PlaceholderEnd =>
  (text, at) =>
    text.startsWith(word, at) ? at + word.length : undefined

const oneOfMany: PlaceholderEnd = (text, at) => {
  MANY.lastIndex = at
  return MANY.test(text) ? MANY.lastIndex : undefined
}

/** What stands in a command for what it is run with, where the command before it on its line runs it for each of many. */
export function placeholderFor(text: string, commandAt: number): PlaceholderEnd | undefined {
  const line = lineBefore(text, commandAt)
  const last = [...line.matchAll(RUNS_FOR_EACH)].at(-1)
  if (!last) return undefined
  const options = line.slice(last.index)
  switch (last[1]) {
    case 'xargs': {
      const word = REPLACED.exec(options)?.[2] ?? REPLACED_OR_BRACES.exec(options)?.[2]
      return word === undefined ? undefined : literal(word === '' ? BRACES : word)
    }
    case 'find':
      return /-(?:exec|ok)/.test(options) ? literal(BRACES) : undefined
    default:
      return oneOfMany
  }
}
