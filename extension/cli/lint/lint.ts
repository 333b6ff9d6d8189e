import { dirname } from 'node:path'
import { ok, type Result } from '@straks/shared'
import { fileForm } from '../../document/file-form.ts'
import { DEFAULT_LINT_OPTIONS, type LintOptions } from '../../lint/options.ts'
import { type Command, type ExitCode, type Streams, showUsage } from '../command.ts'
import { onItsLines, onOneLine } from '../terminal-text.ts'
import { LINT_USAGE, type LintArguments, readArguments } from './arguments.ts'
import { type FoundConfig, findConfig } from './find-config.ts'
import { type FoundFile, findFiles, STANDARD_INPUT } from './find-files.ts'
import { FORMATS } from './formats/index.ts'
import { fixSource, lintSource } from './lint-source.ts'
import { HOLDS_NO_REQUEST, readSource, withMark, writeSource } from './read-source.ts'
import type { FileReport } from './report.ts'

/** Whether there are errors, or more warnings than may pass. */
function isFailure(files: readonly FileReport[], maxWarnings: number): boolean {
  const warnings = files.reduce((sum, file) => sum + file.warnings, 0)
  const hasError = files.some(({ reports }) => reports.some(({ severity }) => severity === 'error'))
  return hasError || warnings > maxWarnings
}

/** The command line comes before the configuration file, and that before the defaults. */
const optionsOf = ({ language, profile, rules }: LintArguments, { config }: FoundConfig): LintOptions => ({
  language: language ?? config.language ?? DEFAULT_LINT_OPTIONS.language,
  profile: profile ?? config.profile ?? DEFAULT_LINT_OPTIONS.profile,
  rules: { ...config.rules, ...rules },
  ...(config.smsCountries && { smsCountries: config.smsCountries }),
  now: Date.now,
})

/** The options that apply to a file. */
type OptionsFor = (file: string) => LintOptions

/** Finds the configuration of each file: the one that was named, else the nearest above the file, as in an editor. */
async function findOptions(
  files: readonly FoundFile[],
  asked: LintArguments,
  general: FoundConfig,
): Promise<Result<OptionsFor, string>> {
  const ofFolder = new Map<string, LintOptions>()
  const folderOf = (file: string): string => (file === STANDARD_INPUT ? STANDARD_INPUT : dirname(file))
  ofFolder.set(STANDARD_INPUT, optionsOf(asked, general))
  for (const { file } of files) {
    const folder = folderOf(file)
    if (ofFolder.has(folder)) continue
    const found = asked.config === undefined ? await findConfig(folder, undefined) : ok(general)
    if (!found.ok) return found
    ofFolder.set(folder, optionsOf(asked, found.value))
  }
  return ok((file) => ofFolder.get(folderOf(file)) ?? optionsOf(asked, general))
}

type Linted = { readonly reports: readonly FileReport[]; readonly failed: boolean; readonly outputTaken: boolean }

/** Lints files one after the other, and writes back what was fixed. */
async function lintAll(
  files: readonly FoundFile[],
  { fix, ignoreUnknown, stdinFilename }: LintArguments,
  optionsFor: OptionsFor,
  { out, err }: Streams,
): Promise<Linted> {
  const reports: FileReport[] = []
  let failed = false
  let outputTaken = false
  for (const { file, named } of files) {
    const found = { file, named: named && !ignoreUnknown }
    const source = await readSource(found, stdinFilename)
    if (!source.ok) {
      // A search meets files of all kinds: what cannot be read and promises nothing is no request.
      const isUnread = named && !HOLDS_NO_REQUEST.has(source.failure)
      if (!found.named && !isUnread && !fileForm(file)?.promised) continue
      err(`straks: ${onOneLine(found.file)}: cannot be read (${source.failure})\n`)
      failed = true
      continue
    }
    const options = optionsFor(found.file)
    const fixed = fix ? fixSource(source.value, options) : source.value
    const report = lintSource(fixed, options)
    reports.push(report)
    if (report.more > 0) err(`straks: ${onOneLine(report.file)}: and ${report.more} more\n`)
    if (fix && found.file === STANDARD_INPUT) {
      out(withMark(source.value, fixed.text))
      outputTaken = true
    } else if (fixed.text !== source.value.text) {
      const written = await writeSource(source.value, fixed.text)
      if (written.ok) continue
      err(`straks: ${onOneLine(found.file)}: cannot be written (${written.failure})\n`)
      failed = true
    }
  }
  return { reports, failed, outputTaken }
}

async function run(argv: readonly string[], streams: Streams): Promise<ExitCode> {
  const { out, err } = streams
  const read = readArguments(argv)
  if (!read.ok) return showUsage(read.failure, LINT_USAGE, streams)
  const asked = read.value
  const isStdin = asked.patterns.length === 1 && asked.patterns[0] === STANDARD_INPUT
  const found = await findConfig(isStdin ? dirname(asked.stdinFilename) : '.', asked.config)
  if (!found.ok) {
    err(`straks: ${onItsLines(found.failure)}\n`)
    return 2
  }
  const patterns = asked.patterns.length > 0 ? asked.patterns : found.value.files
  if (patterns.length === 0) return showUsage({ message: 'no files were named' }, LINT_USAGE, streams)
  const { files, empty } = await findFiles(patterns)
  for (const pattern of empty) err(`straks: ${onOneLine(pattern)}: no such files\n`)
  const optionsFor = await findOptions(files, asked, found.value)
  if (!optionsFor.ok) {
    err(`straks: ${onItsLines(optionsFor.failure)}\n`)
    return 2
  }
  const { reports, failed, outputTaken } = await lintAll(files, asked, optionsFor.value, streams)
  const written = FORMATS.get(asked.format)?.(reports, optionsOf(asked, found.value).language) ?? ''
  if (outputTaken) err(written)
  else out(written)
  if (failed || empty.length > 0) return 2
  return isFailure(reports, asked.maxWarnings) ? 1 : 0
}

/** `straks lint`: judges files as the API would. */
export const lint: Command = { name: 'lint', summary: 'judge files as the API would', run }
