import type { FileReport } from '../report.ts'

/** One array of every finding. docs/rules/README.md. */
export const json = (files: readonly FileReport[]): string =>
  `${JSON.stringify(
    files.flatMap(({ reports }) => reports),
    null,
    2,
  )}\n`
