import type { ParseArgsConfig } from 'node:util'
import { parseArgs } from 'node:util'
import { fail, ok } from '@straks/shared'
import { nearestWord } from '@straks/shared/text'

/** 0 clean, 1 findings that matter, 2 wrong usage or a file that cannot be read. */
export type ExitCode = 0 | 1 | 2

/** Where a command writes to. */
export type Streams = { readonly out: (text: string) => void; readonly err: (text: string) => void }

/** One command of the terminal tool. */
export type Command = {
  readonly name: string
  /** One line, for the list of commands. */
  readonly summary: string
  readonly run: (argv: readonly string[], streams: Streams) => Promise<ExitCode>
}

/** Why a command does not run: it was used wrongly, or its help was asked for. */
export type UsageError = { readonly message: string; readonly asked?: 'help' }

type Options = NonNullable<ParseArgsConfig['options']>

/** Reads options and positional arguments; fails with the reason in words. */
export function parseOptions<Given extends Options>(argv: readonly string[], options: Given) {
  try {
    return ok(parseArgs({ args: [...argv], options, allowPositionals: true }))
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return fail<UsageError>({ message: strangeOption(argv, options) ?? message })
  }
}

/** What is wrong with a name that a person wrote, and which one was most likely meant. */
export function noSuch(what: string, word: string, names: readonly string[]): string {
  const meant = nearestWord(word, names)
  return `there is no ${what} ${word}${meant === undefined ? '' : `; did you mean ${meant}?`}`
}

/** What is wrong with the first option that does not exist. */
function strangeOption(argv: readonly string[], options: Options): string | undefined {
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, tokens: true })
  const strange = tokens.find((token) => token.kind === 'option' && !Object.hasOwn(options, token.name))
  if (strange?.kind !== 'option') return undefined
  return noSuch(
    'option',
    strange.rawName,
    Object.keys(options).map((name) => `--${name}`),
  )
}

/** The option that asks for help. */
export const HELP = { help: { type: 'boolean', short: 'h', default: false } } as const

/** Why a command does not run that takes options alone, if it was given words or asked for its help. */
export function asksOrStrays(words: readonly string[], help: boolean): UsageError | undefined {
  const [word] = words
  if (word !== undefined) return { message: `there is nothing that ${word} could mean here` }
  return help ? { message: '', asked: 'help' } : undefined
}

/** The name among those there are, for a word that a person wrote. */
export const oneOf = <Name extends string>(names: readonly Name[], word: string): Name | undefined =>
  names.find((name) => name === word)

/** Tells how a command is used: on the output where that was asked for, else as an error. */
export function showUsage({ message, asked }: UsageError, usage: string, { out, err }: Streams): ExitCode {
  if (asked) {
    out(usage)
    return 0
  }
  err(`straks: ${message}\n\n${usage}`)
  return 2
}
