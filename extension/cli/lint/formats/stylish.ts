import type { Severity } from '@straks/shared'
import { DOCUMENTATION } from '../../../rule-page-address.ts'
import { styled } from '../../colours.ts'
import { onOneLine } from '../../terminal-text.ts'
import type { FileReport, FindingReport } from '../report.ts'

const COLOURS = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

/** Files and their findings for a person at a terminal. */
export function stylish(files: readonly FileReport[]): string {
  const all = files.flatMap(({ reports }) => reports)
  if (all.length === 0) return ''
  const blocks = files.filter(({ reports }) => reports.length > 0).map(fileBlock)
  const count = (severity: Severity): number => all.filter((one) => one.severity === severity).length
  const fixable = all.filter(({ fix }) => fix).length
  const summary = [
    plural(count('error'), 'error'),
    plural(count('warning'), 'warning'),
    `${count('information') + count('hint')} advice`,
  ].join(', ')
  const repair = fixable > 0 ? ` (${fixable} can be fixed with --fix)` : ''
  const more = styled('dim', `straks explain RULE tells more, as does ${DOCUMENTATION}/rules`)
  return `${blocks.join('\n')}\n${styled('bold', summary)}${repair}\n${more}\n`
}

function fileBlock({ file, reports }: FileReport): string {
  const places = reports.map(placeOf)
  const width = places.reduce((most, place) => Math.max(most, place.length), 0)
  const lines = reports.map((report, index) => {
    const place = styled('dim', (places[index] ?? '').padStart(width))
    const severity = styled(COLOURS[report.severity], report.severity.padEnd('information'.length))
    return `  ${place}  ${severity}  ${onOneLine(report.message)}  ${styled('dim', report.code)}\n`
  })
  return `${styled('underline', onOneLine(file))}\n${lines.join('')}`
}

const placeOf = ({ range: { start } }: FindingReport): string => `${start.line + 1}:${start.character + 1}`
