import type { FoldedLink } from './link.ts'

const ATTRIBUTE =
  /(?<=[\s"'/])(?:href|src|srcset|xlink:href|action|formaction)\s{0,9}=\s{0,9}(?:"([^"<>]{1,2000})"|'([^'<>]{1,2000})'|([^\s"'<>=`]{1,2000}))/gi
/** An opening tag is looked for this far back; longer ones are not written by people. */
const TAG_MAX_UNITS = 2000
const MARKDOWN =
  /!?\[[^[\]\n]{0,300}\]\((?:[^()\s]|\([^()\s]{0,200}\)){1,1000}(?:\s{1,5}(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'))?\)/g

function insideTag(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - TAG_MAX_UNITS), index)
  const open = before.lastIndexOf('<')
  return open > before.lastIndexOf('>') && /[a-z]/i.test(before.charAt(open + 1))
}

function* attributeLinks(text: string): Generator<FoldedLink> {
  if (!text.includes('<')) return
  for (const match of text.matchAll(ATTRIBUTE)) {
    if (!insideTag(text, match.index)) continue
    const value = match[1] ?? match[2] ?? match[3] ?? ''
    const end = match.index + match[0].length - (match[3] === undefined ? 1 : 0)
    yield { start: end - value.length, end, kind: 'html' }
  }
}

function* markdownLinks(text: string): Generator<FoldedLink> {
  if (!text.includes('](')) return
  for (const match of text.matchAll(MARKDOWN))
    yield { start: match.index, end: match.index + match[0].length, kind: 'markdown' }
}

/** The targets of HTML attributes and whole Markdown links, in order, whatever they point at. */
export function findMarkupLinks(text: string): readonly FoldedLink[] {
  return [...attributeLinks(text), ...markdownLinks(text)].sort((left, right) => left.start - right.start)
}
