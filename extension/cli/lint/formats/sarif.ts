import { pathToFileURL } from 'node:url'
import { BEFORE_THE_RULES } from '@straks/shared/before-the-rules'
import { rulePages } from '@straks/shared/rule-pages'
import type { LineRange } from '../../../document/line-range.ts'
import { version } from '../../version.ts'
import type { FileReport, FindingReport } from '../report.ts'

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const

/** SARIF counts lines and columns from 1. */
const region = ({ start, end }: LineRange) => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
})

const location = (file: string) =>
  file.startsWith('/') || /^[A-Za-z]:\\/.test(file)
    ? { uri: pathToFileURL(file).href }
    : { uri: file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' }

const result = ({ file, code, severity, message, range, pointer, fix }: FindingReport, ruleIndex: number) => ({
  ruleId: code,
  ruleIndex,
  level: LEVELS[severity],
  message: { text: message },
  locations: [
    {
      physicalLocation: { artifactLocation: location(file), region: region(range) },
      logicalLocations: [{ fullyQualifiedName: pointer }],
    },
  ],
  ...(fix && {
    fixes: [
      {
        description: { text: fix.title },
        artifactChanges: [
          {
            artifactLocation: location(file),
            replacements: fix.edits.map(({ range: deleted, newText }) => ({
              deletedRegion: region(deleted),
              insertedContent: { text: newText },
            })),
          },
        ],
      },
    ],
  }),
})

const [ofSyntax, ofSchema] = BEFORE_THE_RULES
const CHECKS = { [ofSyntax.code]: ofSyntax, [ofSchema.code]: ofSchema }

function describe({ code, page: helpUri }: FindingReport) {
  const { summary, why } = code === 'schema' || code === 'json-syntax' ? CHECKS[code] : rulePages[code]
  return { id: code, helpUri, shortDescription: { text: summary.en }, fullDescription: { text: why.en } }
}

/** A SARIF 2.1.0 log, for code scanning. */
export function sarif(files: readonly FileReport[]): string {
  const reports = files.flatMap((file) => file.reports)
  const firsts = new Map(reports.toReversed().map((report) => [report.code, report]))
  const codes = [...firsts.keys()].sort()
  const run = {
    tool: { driver: { name: 'straks', version, rules: codes.flatMap((code) => firsts.get(code) ?? []).map(describe) } },
    columnKind: 'utf16CodeUnits',
    results: reports.map((report) => result(report, codes.indexOf(report.code))),
  }
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }
  return `${JSON.stringify(log, null, 2)}\n`
}
