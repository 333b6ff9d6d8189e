import { type Language, type Severity, say, type Words } from '@straks/shared'
import { DOCUMENTATION } from '../../../rule-page-address.ts'
import { styled } from '../../colours.ts'
import { onOneLine } from '../../terminal-text.ts'
import type { FileReport, FindingReport } from '../report.ts'

const COLOURS = { error: 'red', warning: 'yellow', information: 'blue', hint: 'gray' } as const

const SUMMARY: Words = {
  en: '{errors:error|errors}, {warnings:warning|warnings}, {advice} advice',
  nb: '{errors} feil, {warnings:advarsel|advarsler}, {advice} råd',
  nn: '{errors} feil, {warnings:åtvaring|åtvaringar}, {advice} råd',
}

const FIXABLE: Words = {
  en: '{count} can be fixed with --fix',
  nb: '{count} kan rettes med --fix',
  nn: '{count} kan rettast med --fix',
}

const MORE: Words = {
  en: 'straks explain RULE tells more, as does {address}',
  nb: 'straks explain RULE forteller mer, og det gjør også {address}',
  nn: 'straks explain RULE fortel meir, og det gjer òg {address}',
}

/** Files and their findings for a person at a terminal. The severities are the words that problem matchers read. */
export function stylish(files: readonly FileReport[], language: Language): string {
  const all = files.flatMap(({ reports }) => reports)
  if (all.length === 0) return ''
  const blocks = files.filter(({ reports }) => reports.length > 0).map(fileBlock)
  const count = (severity: Severity): number => all.filter((one) => one.severity === severity).length
  const fixable = all.filter(({ fix }) => fix).length
  const summary = say(SUMMARY, language, {
    errors: count('error'),
    warnings: count('warning'),
    advice: count('information') + count('hint'),
  })
  const repair = fixable > 0 ? ` (${say(FIXABLE, language, { count: fixable })})` : ''
  const more = styled('dim', say(MORE, language, { address: `${DOCUMENTATION}/rules` }))
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
