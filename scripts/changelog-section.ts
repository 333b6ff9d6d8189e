const HEADING = /^## \[?([^\]\s]+)/

/** What a changelog says of a version, without the heading; `undefined` where it says nothing. */
export function changelogSection(changelog: string, version: string): string | undefined {
  const lines = changelog.split('\n')
  const start = lines.findIndex((line) => HEADING.exec(line)?.[1] === version)
  if (start < 0) return undefined
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => line.startsWith('## '))
  const section = (end < 0 ? rest : rest.slice(0, end)).join('\n').trim()
  return section === '' ? undefined : section
}
