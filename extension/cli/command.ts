import type { ParseArgsConfig } from 'node:util'
import { parseArgs } from 'node:util'
import { fail, ok } from '@straks/shared'

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
    return fail<UsageError>({ message: error instanceof Error ? error.message : String(error) })
  }
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
