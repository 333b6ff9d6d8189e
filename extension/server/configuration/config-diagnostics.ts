import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver'
import { indexLines } from '../../document/line-index.ts'
import { treeOf } from '../../document/parse-piece.ts'
import { rangeOfPath } from '../../document/ranges.ts'
import { checkConfigFile } from '../../lint/config-file.ts'
import { SOURCE } from '../features/diagnostics.ts'

/** What is wrong with a configuration file, at its place. */
export function configDiagnostics(text: string): Diagnostic[] {
  const tree = treeOf(text)
  const lines = indexLines(text)
  return checkConfigFile(text).problems.map(({ path, message }) => {
    const { start, end } = tree ? rangeOfPath(text, tree, path, { about: 'name' }) : { start: 0, end: 0 }
    return {
      range: { start: lines.positionAt(start), end: lines.positionAt(end) },
      severity: DiagnosticSeverity.Warning,
      source: SOURCE,
      message,
    }
  })
}
