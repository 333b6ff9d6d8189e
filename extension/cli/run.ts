import { readArguments, USAGE } from './arguments.ts'
import { findFiles, STANDARD_INPUT } from './find-files.ts'
import { FORMATS } from './formats/index.ts'
import { lintSource } from './lint-source.ts'
import { readSource, writeSource } from './read-source.ts'
import type { FileReport } from './report.ts'
import { version } from './version.ts'

/** 0 clean, 1 findings that matter, 2 wrong usage or a file that cannot be read. */
export type ExitCode = 0 | 1 | 2

/** Where a run writes to. */
export type Streams = { readonly out: (text: string) => void; readonly err: (text: string) => void }

function matters(files: readonly FileReport[], maxWarnings: number): boolean {
  const reports = files.flatMap((file) => file.reports)
  const warnings = reports.filter(({ severity }) => severity === 'warning').length
  return reports.some(({ severity }) => severity === 'error') || warnings > maxWarnings
}

/** Lints what a command line names and tells how it went. */
export async function run(argv: readonly string[], { out, err }: Streams): Promise<ExitCode> {
  const order = readArguments(argv)
  if (!order.ok) {
    const { words, asked } = order.failure
    if (asked) out(asked === 'version' ? `${version}\n` : words)
    else err(`straks: ${words}\n\n${USAGE}`)
    return asked ? 0 : 2
  }
  const { patterns, format, fix, maxWarnings, stdinFilename, options } = order.value
  const { files, empty } = await findFiles(patterns)
  for (const pattern of empty) err(`straks: ${pattern}: no such files\n`)

  let unreadable = empty.length > 0
  let standardOutputTaken = false
  const reports: FileReport[] = []
  for (const found of files) {
    const source = await readSource(found, stdinFilename)
    if (!source.ok) {
      err(`straks: ${found.file}: cannot be read (${source.failure})\n`)
      unreadable = true
      continue
    }
    const { report, fixed } = lintSource(source.value, fix, options)
    reports.push(report)
    if (fix && found.file === STANDARD_INPUT) {
      out(fixed)
      standardOutputTaken = true
    } else if (fixed !== source.value.text) await writeSource(source.value, fixed)
  }
  const written = FORMATS[format]?.(reports) ?? ''
  if (standardOutputTaken) err(written)
  else out(written)
  if (unreadable) return 2
  return matters(reports, maxWarnings) ? 1 : 0
}
