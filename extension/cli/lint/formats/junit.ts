import { table } from '@straks/shared'
import type { FileReport, FindingReport } from '../report.ts'

const ENTITIES = table<string>({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
})

/** Characters that XML 1.0 cannot hold in any spelling. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be kept out
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

const escapeXml = (text: string): string =>
  text.replaceAll(NOT_XML, '\ufffd').replaceAll(/[&<>"']/g, (character) => ENTITIES.get(character) ?? character)

function failure({ code, severity, message, pointer, page, range: { start } }: FindingReport, file: string): string {
  const place = `${file}:${start.line + 1}:${start.character + 1}`
  return [
    `    <testcase name="${escapeXml(code)} at ${escapeXml(place)}" classname="${escapeXml(file)}">`,
    `      <failure type="${severity}" message="${escapeXml(message)}">${escapeXml(`${place} ${pointer} ${page}`)}</failure>`,
    '    </testcase>',
  ].join('\n')
}

function suite({ file, reports }: FileReport): string {
  const cases =
    reports.length > 0
      ? reports.map((report) => failure(report, file))
      : [`    <testcase name="straks" classname="${escapeXml(file)}" />`]
  const counts = `tests="${cases.length}" failures="${reports.length}" errors="0"`
  return [`  <testsuite name="${escapeXml(file)}" ${counts}>`, ...cases, '  </testsuite>'].join('\n')
}

/** One suite a file, one failure a finding. */
export const junit = (files: readonly FileReport[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="straks">',
    ...files.map(suite),
    '</testsuites>',
    '',
  ].join('\n')
